import { operator } from '../operator.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

/** When this notice was last compared with what the program does. */
const AS_OF = '2026-11-27';

export const load: PageServerLoad = () => ({ operator: operator(), asOf: AS_OF });
