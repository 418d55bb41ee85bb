import { axisName } from '#lib/components/comparison/group-words.ts';
import type { Axis } from '#lib/domain/disclosure/axis.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { axisOf } from '#lib/domain/disclosure/axis.ts';
import { twinOfRelease } from '#lib/server/releases/synthetic-twins.ts';
import { requireShownRelease } from '../shown-release.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = async ({ params }) => {
	const release = requireShownRelease(params.number);
	const { rows, distances } = await twinOfRelease(release);
	const nameOf = (axis: Axis) => axisName(GROUPS.find((group) => axisOf(group) === axis) ?? 'all');
	return {
		number: release.content.number,
		sha256: release.sha256,
		demonstration: release.content.demonstration,
		rows,
		distances: distances.map(({ axis, ...distance }) => ({ ...distance, groups: axis && nameOf(axis) }))
	};
};
