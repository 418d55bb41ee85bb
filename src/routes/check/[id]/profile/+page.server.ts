import { fail, redirect } from '@sveltejs/kit';
import { askedFields, readAsked } from '#lib/domain/profile-questions.ts';
import { pick } from '#lib/domain/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { saveProfile } from '#lib/server/checks.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, state, profile, ...check } = await requireCheck(event);
	const locale = getLocale();
	return {
		id,
		open: state === 'open',
		municipality: profile.municipality,
		answersFor: profile.answersFor?.name,
		asked: profile.asked,
		fields: askedFields(requireInstrument(check).instrument).map(({ id, kind, multiple, name, help, options }) => ({
			id,
			kind,
			multiple: multiple ?? false,
			name: pick(name, locale),
			help: help && pick(help, locale),
			options: (options ?? []).map((option) => ({ id: option.id, name: pick(option.name, locale) }))
		}))
	};
};

async function typed(event: RequestEvent, form: FormData) {
	return readAsked(requireInstrument(await requireCheck(event)).instrument, form);
}

export const actions = keepTyped(typed, {
	default: async (event) => {
		const check = await requireCheck(event);
		const { instrument } = requireInstrument(check);
		const { asked, wrong } = readAsked(instrument, await event.request.formData());
		if (wrong.length > 0) return fail(422, { wrong, asked });
		const saved = await saveProfile(database(), check.id, { ...check.profile, asked }, today());
		if (!saved) return fail(409, { closed: true });
		redirect(303, `/check/${check.id}`);
	}
} satisfies Actions);
