/** D3: the peer groups in the order in which people read them. */
import { AXES, axisOf } from './axis.ts';
import type { Group } from './group.ts';
import { BANDS, KINDS } from '#lib/domain/municipality/municipality.ts';

const numbered = Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Every group that there is: the whole, bands, kinds, Länder, bands by kinds. */
export const GROUPS: readonly Group[] = [
	'all',
	...BANDS.map((_, index) => `band:${index + 1}` as Group),
	...KINDS.map((kind): Group => `kind:${kind}`),
	...numbered.map((state) => `state:${state}` as Group),
	...KINDS.flatMap((kind) => BANDS.map((_, index) => `band:${index + 1}/kind:${kind}` as Group))
];

const POSITIONS = new Map(GROUPS.map((group, position) => [group, position]));

/** Orders groups as `GROUPS`. */
export function compareGroups(a: Group, b: Group): number {
	return (POSITIONS.get(a) ?? 0) - (POSITIONS.get(b) ?? 0);
}

/** Groups that belong together, in the order of the axes. */
export function byAxis<Item extends { group: Group }>(items: readonly Item[]): Item[][] {
	const sorted = items.toSorted((a, b) => compareGroups(a.group, b.group));
	return AXES.map((axis) => sorted.filter(({ group }) => axisOf(group) === axis)).filter((some) => some.length > 0);
}
