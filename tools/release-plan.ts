/** `npm run --silent release -- plan FILE`: what a release would show and withhold, with reasons, before it is published. */
import { z } from 'zod';
import { isWithheld, Measure } from '#lib/domain/disclosure/disclosure.ts';
import { planRelease, type JudgedGroup, type PlannedRelease, type Verdict } from '#lib/domain/disclosure/release.ts';
import { Kind, State } from '#lib/domain/municipality/municipality.ts';

const PlannedMember = z.object({
	id: z.string().min(1),
	population: z.int().min(0),
	kind: Kind,
	state: State,
	scores: z.record(
		Measure,
		z
			.number()
			.min(1 - 1e-9)
			.max(5 + 1e-9)
			.nullable()
	)
});

/** Members of this release and of the ones before, oldest first; `holders` apply to all of them (D4). */
export const PlanFile = z.object({
	assessments: z.array(PlannedMember),
	previous: z.array(z.array(PlannedMember)).default([]),
	holders: z.array(z.array(z.string())).default([])
});
export type PlanFile = z.infer<typeof PlanFile>;

function told(verdict: Verdict) {
	return isWithheld(verdict) ? { published: false, reason: verdict.withheld } : { published: true, ...verdict };
}

function toldGroup({ group, n, measures }: JudgedGroup) {
	const entries = Object.entries(measures).map(([measure, verdict]) => [measure, told(verdict)]);
	return { group, n, measures: Object.fromEntries(entries) };
}

/** Plans the releases one after the other, each after those before it, and tells the last. */
export function planOf({ assessments, previous, holders }: PlanFile) {
	const known = holders.map((ids) => new Set(ids));
	const releases: PlannedRelease[] = [];
	for (const members of [...previous, assessments]) releases.push(planRelease(members, releases, known));
	return { groups: releases.at(-1)?.groups.map(toldGroup) };
}
