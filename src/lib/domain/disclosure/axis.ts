/** D3: what a peer group is made of. */
import type { Group } from './group.ts';

/** The order is that in which groups are kept (D6). */
export const AXES = ['all', 'band', 'kind', 'state', 'cell'] as const;
export type Axis = (typeof AXES)[number];

/** The whole, a band, a kind, a Land, or a cell of the table of bands and kinds. */
export function axisOf(group: Group): Axis {
	if (group === 'all') return 'all';
	if (group.includes('/')) return 'cell';
	return group.split(':')[0] as Axis;
}
