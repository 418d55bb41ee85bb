import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { QUOTA } from '#lib/domain/evidence/evidence.ts';
import { database } from '#lib/server/database.ts';
import { changeReleases, findEvidence, usedBytes } from '#lib/server/evidence/evidence.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { evidenceByItem } from './evidence-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, who, municipality } = await requireRound(event, 'readEvidence');
	const pieces = findEvidence(database(), round.id);
	return {
		criteria: evidenceByItem(round, pieces),
		count: pieces.length,
		space: { used: usedBytes(database().read, municipality.key), quota: QUOTA },
		mayChange: may(who, 'collectEvidence', round.phase)
	};
};

const all = (form: FormData, name: string) => form.getAll(name).map(String);
const typed = (_: RequestEvent, form: FormData) => ({ released: all(form, 'released') });

export const actions = keepTyped(typed, {
	release: async (event) => {
		const { round, user, municipality } = await requireRound(event, 'collectEvidence');
		const form = await event.request.formData();
		// Only what was changed here: somebody else may have changed another one meanwhile.
		const [shown, before, now] = [all(form, 'shown'), new Set(all(form, 'before')), new Set(all(form, 'released'))];
		const change = {
			release: shown.filter((id) => now.has(id) && !before.has(id)),
			withdraw: shown.filter((id) => !now.has(id) && before.has(id))
		};
		const deed = { key: municipality.key, roundId: round.id, userId: user.id, today: today() };
		await changeReleases(database(), change, deed);
		redirect(303, `${event.url.pathname}?saved`);
	}
} satisfies Actions);
