import { redirect } from '@sveltejs/kit';
import { requireAnswering } from '../../require-answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { round, pass, response } = requireAnswering(event);
	if (response?.submittedOn === undefined) redirect(303, '/answer');
	return { code: pass.code, collectUntil: round.collectUntil ?? '', result: round.resultForRespondents };
};
