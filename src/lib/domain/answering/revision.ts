/** Who wins when the same answer comes from two tabs, two devices or twice (F6, F7): the client's revision decides, never a clock. */

/** A value with the client's count of changes to it, from 1 upwards. */
export interface Revised<T> {
	revision: number;
	value: T;
}

/**
 * `saved`: it is newer and becomes what is stored; `repeated`: it is stored already; `older`: something newer is
 * stored; `conflict`: another value is stored under the same revision, and a person has to choose.
 */
export type Decision = 'saved' | 'repeated' | 'older' | 'conflict';

/** Decides what becomes of an incoming value; only `saved` changes what is stored. */
export function decideRevision<T>(stored: Revised<T> | undefined, incoming: Revised<T>): Decision {
	if (!stored || incoming.revision > stored.revision) return 'saved';
	if (incoming.revision < stored.revision) return 'older';
	return isSame(stored.value, incoming.value) ? 'repeated' : 'conflict';
}

/** Equality of JSON values; the order of keys does not matter, and a key that is undefined is a key that is not there. */
function isSame(left: unknown, right: unknown): boolean {
	if (left === right) return true;
	if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) return false;
	const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
	return [...keys].every((key) => isSame(left[key], right[key]));
}

function isContainer(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
