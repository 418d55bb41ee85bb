import { operator } from '../operator.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

/** When the software was last assessed for this statement. */
const ASSESSED_ON = '2026-11-26';

export const load: PageServerLoad = ({ url }) => ({
	operator: operator(),
	address: url.origin,
	assessedOn: ASSESSED_ON
});
