/** What the search over the register takes and gives. */
import type { Kind } from './municipality.ts';

/** Shorter texts fit too much, longer ones nothing. */
export const QUERY_MINIMUM = 2;
export const QUERY_MAXIMUM = 100;
/** More than people read before they type on. */
export const RESULT_LIMIT = 10;

/** An entry of the register as it is offered. */
export interface FoundMunicipality {
	key: string;
	name: string;
	kind: Kind;
	/** Land, two digits */
	state: string;
	population: number;
	/** name of the district it lies in */
	district: string | null;
	/** the association that may answer for it */
	association: { key: string; name: string } | null;
}
