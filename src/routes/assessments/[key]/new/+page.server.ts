import { error, fail, redirect } from '@sveltejs/kit';
import { readSettings, typedFrom, USUAL_SETTINGS } from '#lib/domain/round/form.ts';
import { lastDayOfCollecting } from '#lib/domain/round/round.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { database } from '#lib/server/database.ts';
import { createRound, rolesToCopy, settingsToCopy } from '#lib/server/rounds/drafts.ts';
import { findMunicipality } from '#lib/server/municipalities/municipalities.ts';
import { findRound, findRounds } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { extentChoices } from '../../../check/extent-choices.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { typedSettings } from '../typed-settings.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'createRound');
	const from = event.url.searchParams.get('from') ?? '';
	const copied = findRound(database(), municipality.key, from);
	const [last] = findRounds(database(), municipality.key);
	return {
		settings: typedFrom(copied ? settingsToCopy(copied) : USUAL_SETTINGS),
		copied: copied && { id: copied.id, title: copied.title },
		last: last && { id: last.id, title: last.title },
		extents: extentChoices(),
		days: { first: today(), last: lastDayOfCollecting(today()) }
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ typed: typedSettings(form), wrong: [] });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { user, municipality: place } = await requireMember(event, 'createRound');
		const form = await event.request.formData();
		const kept = typed(event, form);
		const settings = readSettings(kept.typed, today());
		if ('wrong' in settings) return fail(422, { ...kept, wrong: settings.wrong });
		const found = await findMunicipality(database(), place.key);
		if (!found) error(404);
		const { key, name, kind, state, population } = found;
		const municipality = { key, name, kind, state, population };
		const { instrument } = currentInstrument();
		const last = findRound(database(), key, String(form.get('from') ?? ''));
		const roles = last && rolesToCopy(database(), last, settings, instrument);
		const profile = { source: 'register', municipality, asked: last?.profile.asked ?? {} } as const;
		const made = { settings, municipalityKey: key, profile, instrument, roles, by: user.id };
		const id = await createRound(database(), made, today());
		redirect(303, `/assessments/${key}/rounds/${id}`);
	}
} satisfies Actions);
