import { redirect } from '@sveltejs/kit';
import { requireAnswering } from '../../require-answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { pass, response } = requireAnswering(event);
	if (!response) redirect(303, '/answer');
	return { code: pass.code };
};
