import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { database } from '#lib/server/database.ts';
import { endShowing, noteAgreement, showRound } from '#lib/server/rounds/previews.ts';
import { today } from '#lib/server/today.ts';
import { linkMaking } from '../../../../../../check/limits.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import { forgetToken, keepToken, shownToken } from './preview-link.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'readRound');
	const { phase, shown, staffCouncilOn, dataProtectionOn } = round;
	return {
		open: phase === 'draft' || phase === 'collecting',
		today: today(),
		agreed: { staffCouncilOn: staffCouncilOn ?? '', dataProtectionOn: dataProtectionOn ?? '' },
		link: { exists: shown, token: shownToken(event, round.id) }
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	agreed: {
		staffCouncilOn: String(form.get('staffCouncilOn') ?? ''),
		dataProtectionOn: String(form.get('dataProtectionOn') ?? '')
	},
	wrong: [] as string[]
});

/** They have agreed by today, or not at all. */
const agreedBy = (last: string) => z.literal('').or(z.iso.date().refine((day) => day <= last));

export const actions = keepTyped(typed, {
	agree: async (event) => {
		const { round } = await requireRound(event, 'showBeforehand');
		const kept = typed(event, await event.request.formData());
		const { staffCouncilOn, dataProtectionOn } = kept.agreed;
		const wrong = Object.entries(kept.agreed).filter(([, day]) => !agreedBy(today()).safeParse(day).success);
		if (wrong.length > 0) return fail(422, { ...kept, wrong: wrong.map(([field]) => field) });
		const agreed = {
			staffCouncilOn: staffCouncilOn || undefined,
			dataProtectionOn: dataProtectionOn || undefined
		};
		if (await noteAgreement(database(), round.id, agreed)) error(404);
		redirect(303, `${event.url.pathname}?saved`);
	},
	show: async (event) => {
		const { round, user } = await requireRound(event, 'showBeforehand');
		if (!linkMaking.allows(event.getClientAddress())) return fail(429, { limit: true });
		keepToken(event, await showRound(database(), round, user.id, today()));
		redirect(303, `${event.url.pathname}#link`);
	},
	end: async (event) => {
		const { round, user } = await requireRound(event, 'readRound');
		await endShowing(database(), round, user.id, today());
		forgetToken(event);
		redirect(303, `${event.url.pathname}#link`);
	}
} satisfies Actions);
