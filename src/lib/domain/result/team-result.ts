/** A closed round as a result page reads it: nothing of it is calculated from responses (M15). */
import { answersById, type StoredAnswer } from '#lib/domain/answering/answering.ts';
import { frozenMeeting } from './frozen-meeting.ts';
import type { FrozenTeam } from './frozen.ts';
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import { meanImportance } from '#lib/domain/answering/importance.ts';
import {
	criteriaOf,
	itemsOf,
	pick,
	type DimensionId,
	type Instrument,
	type Locale
} from '#lib/domain/instrument/instrument.ts';
import type { MeetingItem, Settlement } from '#lib/domain/meeting/meeting.ts';
import { perspectivesOf, type Perspective, type Perspectives, type Tallies } from '#lib/domain/scoring/perspective.ts';
import type { CriterionAnswer, Importance, ItemAnswer } from '#lib/domain/answering/rating.ts';
import type { ItemResult } from '#lib/domain/scoring/result.ts';
import type { ResultSource } from './source.ts';
import { roundedLevel, roundedOutward } from '#lib/domain/scoring/rounding.ts';
import { isTooFew } from '#lib/domain/round/team-item.ts';

/**
 * The result with, in place of one person's answers, the rounded level of each item. An item of which nothing is known
 * counts as not answered.
 */
export function teamSource(instrument: Instrument, frozen: FrozenTeam): ResultSource {
	const { variant, scope, result, priorities, robustness, inputs } = frozen;
	const items = Object.entries(result.items).map(([id, item]) =>
		stored(id, answerOf(item, inputs.decisions[id]?.reason))
	);
	const criteria = Object.entries(inputs.criteria).map(([id, { importance, ...target }]) =>
		stored(id, {
			...target,
			...(importance && { importance: Math.round(meanImportance(importance)) as Importance })
		})
	);
	return { instrument, variant, scope, result, priorities, robustness, answers: answersById([...items, ...criteria]) };
}

function stored(questionId: string, value: ItemAnswer | CriterionAnswer): StoredAnswer {
	return { questionId, revision: 1, value, toBeConfirmed: false };
}

/** M2: most said so where no decision gives its reason. */
const BY_MAJORITY = '(> 50 %)';

function answerOf({ value, notApplicable }: ItemResult, reason: string | undefined): ItemAnswer {
	if (notApplicable) return { rating: 'notApplicable', reason: reason ?? BY_MAJORITY };
	return value === null ? {} : { rating: roundedLevel(value) };
}

/** An item as the meeting left it. */
export interface TeamResultItem extends MeetingItem {
	settlement: Settlement | null;
	reason: string;
}

/** What was settled on each item, in instrument order; where nothing was decided, a mean that may be shown stands. */
export function teamResultItems(instrument: Instrument, { variant, scope, inputs }: FrozenTeam): TeamResultItem[] {
	const known = new Map(frozenMeeting(inputs).map((one) => [one.item, one]));
	return itemsOf(instrument, variant, scope).flatMap(({ id }) => {
		const found = known.get(id);
		if (!found) return [];
		const decided = inputs.decisions[id];
		const left = isTooFew(found.seen.mean) ? null : ('accepted' as const);
		return [{ ...found, settlement: decided?.decision ?? left, reason: decided?.reason ?? '' }];
	});
}

export interface SpreadView {
	dimension: DimensionId;
	name: string;
	/** M11, rounded outward to 0.1 */
	lower: number;
	upper: number;
}

/** M11: the spread of each dimension before consensus, where there is one. */
export function spreadsOf(instrument: Instrument, { inputs }: FrozenTeam, locale: Locale): SpreadView[] {
	return instrument.dimensions.flatMap(({ id, name }) => {
		const interval = inputs.intervals[id];
		if (!interval) return [];
		const [lower, upper] = roundedOutward(interval);
		return [{ dimension: id, name: pick(name, locale), lower, upper }];
	});
}

export interface GapView {
	id: string;
	name: string;
	/** by role's id, or `others` */
	means: [group: string, mean: number][];
	gap: number;
}

/** M13 within D12: how role groups see criteria and dimensions, from the means that were frozen. */
export function perspectivesOfRound(
	instrument: Instrument,
	{ variant, scope, inputs }: FrozenTeam
): Pick<Perspectives, 'criteria' | 'dimensions'> {
	const groups: Record<string, Record<string, Tallies[string]>> = {};
	for (const [item, means] of Object.entries(inputs.groups ?? {}))
		for (const { group, levels, mean } of means)
			(groups[group] ??= {})[item] = { levels, sum: mean * levels, notApplicable: 0 };
	return perspectivesOf(instrument, { variant, ...(scope && { scope }) }, groups, MEAN_MINIMUM);
}

/** M13 within D12: where role groups see things differently, the widest gap first. */
export function gapsOf(
	instrument: Instrument,
	frozen: FrozenTeam,
	locale: Locale
): { dimensions: GapView[]; criteria: GapView[] } {
	const { dimensions, criteria } = perspectivesOfRound(instrument, frozen);
	return {
		dimensions: gapViews(instrument.dimensions, dimensions, locale),
		criteria: gapViews(criteriaOf(instrument, frozen.scope), criteria, locale)
	};
}

function gapViews(
	parts: readonly { id: string; name: { de: string; en: string } }[],
	perspectives: Partial<Record<string, Perspective>>,
	locale: Locale
): GapView[] {
	return parts
		.flatMap(({ id, name }) => {
			const found = perspectives[id];
			if (!found || found.gap === null) return [];
			return [{ id, name: pick(name, locale), means: Object.entries(found.means), gap: found.gap }];
		})
		.sort((a, b) => b.gap - a.gap);
}
