import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { itemTexts } from '#lib/domain/instrument/item-texts.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { deleteEvidence } from '#lib/server/evidence/evidence.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import { requirePiece } from './require-piece.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { piece, round, who } = await requirePiece(event, 'readEvidence');
	const texts = itemTexts(requireInstrument(round).instrument, piece.item, getLocale());
	return { piece, statement: texts?.statement ?? '', mayChange: may(who, 'collectEvidence', round.phase) };
};

const typed = (_: RequestEvent, form: FormData) => ({ sure: form.get('sure') === 'yes' });

export const actions = keepTyped(typed, {
	delete: async (event) => {
		const { piece, ofRound, user, municipality, round } = await requirePiece(event, 'collectEvidence');
		const kept = typed(event, await event.request.formData());
		if (!kept.sure) return fail(422, { ...kept, problem: true });
		const deed = { ...ofRound, userId: user.id, today: today() };
		if (!(await deleteEvidence(database(), piece.id, deed))) error(404);
		redirect(303, `/assessments/${municipality.key}/rounds/${round.id}/evidence?deleted`);
	}
} satisfies Actions);
