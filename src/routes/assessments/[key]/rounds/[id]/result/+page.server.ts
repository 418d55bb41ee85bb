import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { requireRound } from '../../../../../guards.ts';
import { roundResult } from './round-result.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, who } = await requireRound(event, 'readResult');
	return { result: roundResult(round, event.url), organiser: who === 'organiser', pdf: mayMakePdf() };
};
