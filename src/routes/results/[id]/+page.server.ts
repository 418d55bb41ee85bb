import { requirePublicResult } from './public-result.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, setHeaders }) => {
	const { listed, ...result } = requirePublicResult(params.id);
	// Taken back, it must be gone at once.
	setHeaders({ 'cache-control': 'no-store', ...(!listed && { 'x-robots-tag': 'noindex' }) });
	return result;
};
