import { fail, redirect } from '@sveltejs/kit';
import { CheckStart, extentOf } from '#lib/domain/answering/check-start.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { createCheck } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import {
	findAssociationOf,
	findMunicipality,
	searchMunicipalities
} from '#lib/server/municipalities/municipalities.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { extentChoices } from '../extent-choices.ts';
import { checkMaking } from '../limits.ts';
import { rememberCode } from '../own-checks.ts';
import { profileOptions } from '../profile-options.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, 100);
	return {
		query,
		results: query ? await searchMunicipalities(database(), query, { limit: 10 }) : [],
		chosen: Object.fromEntries(url.searchParams) as Record<string, string>,
		kinds: profileOptions('kind'),
		states: profileOptions('state'),
		extents: extentChoices()
	};
};

async function profileOf(start: CheckStart): Promise<Profile | undefined> {
	if (start.source === 'trial') return { source: 'trial', asked: {} };
	if (start.source === 'manual') {
		const { name, kind, state, population } = start;
		return { source: 'manual', municipality: { name, kind, state, population }, asked: {} };
	}
	const found = await findMunicipality(database(), start.municipalityKey);
	if (!found) return undefined;
	const association = start.associationAnswers && (await findAssociationOf(database(), found.key));
	const { key, name, kind, state, population } = association || found;
	return {
		source: 'register',
		municipality: { key, name, kind, state, population },
		...(association ? { answersFor: { key: found.key, name: found.name } } : {}),
		asked: {}
	};
}

async function read(_: RequestEvent, form: FormData) {
	const typed = Object.fromEntries(form) as Record<string, string>;
	const municipality = await findMunicipality(database(), String(typed.municipalityKey ?? ''));
	return { fields: [] as string[], typed, municipality };
}

export const actions = keepTyped(read, {
	default: async (event) => {
		if (!checkMaking.allows(event.getClientAddress()))
			return fail(429, { fields: ['limit'], typed: {}, municipality: undefined });
		const form = await read(event, await event.request.formData());
		const start = CheckStart.safeParse(form.typed);
		const invalid = (fields: string[]) => fail(422, { ...form, fields: [...new Set(fields)] });
		if (!start.success) return invalid(start.error.issues.map((issue) => String(issue.path[0])));
		const profile = await profileOf(start.data);
		if (!profile) return invalid(['municipalityKey']);
		const { instrument } = currentInstrument();
		const { id, code } = await createCheck(
			database(),
			hashCode,
			{ instrumentId: instrument.id, instrumentVersion: instrument.version, ...extentOf(start.data.extent), profile },
			today()
		);
		rememberCode(event, code, start.data.sharedComputer === 'yes');
		redirect(303, `/check/${id}/code`);
	}
} satisfies Actions);
