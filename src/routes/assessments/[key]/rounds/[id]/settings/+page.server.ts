import { error, fail, redirect } from '@sveltejs/kit';
import { readSettings, typedFrom } from '#lib/domain/round/form.ts';
import { lastDayOfCollecting } from '#lib/domain/round/round.ts';
import { database } from '#lib/server/database.ts';
import { saveSettings } from '#lib/server/rounds/drafts.ts';
import { today } from '#lib/server/today.ts';
import { extentChoices } from '../../../../../check/extent-choices.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { typedSettings } from '../../../typed-settings.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'readRound');
	return {
		fixed: round.phase !== 'draft',
		settings: typedFrom(round),
		extents: extentChoices(),
		days: { first: today(), last: lastDayOfCollecting(today()) }
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ typed: typedSettings(form), wrong: [] });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { round, municipality } = await requireRound(event, 'setUpRound');
		const kept = typed(event, await event.request.formData());
		const settings = readSettings(kept.typed, today());
		if ('wrong' in settings) return fail(422, { ...kept, wrong: settings.wrong });
		const refusal = await saveSettings(database(), round.id, settings, requireInstrument(round).instrument);
		if (refusal) error(404);
		redirect(303, `/assessments/${municipality.key}/rounds/${round.id}`);
	}
} satisfies Actions);
