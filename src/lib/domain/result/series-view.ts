/** M16: the closed rounds of a municipality side by side, in one language; a page carries nothing else. */
import { DIMENSIONS, type DimensionId } from '#lib/domain/instrument/dimension.ts';
import { pick, type Instrument, type Locale, type Variant } from '#lib/domain/instrument/instrument.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';
import { breaksBetween, changeBetween, type Break, type Change } from './series.ts';

export interface SeriesRound extends Extent {
	id: string;
	title: string;
	/** day `YYYY-MM-DD` */
	closedOn: string;
	instrument: Instrument;
	result: AssessmentResult;
}

/** Earlier id → later id of what asks the same in both; nothing where no crosswalk leads from the one to the other. */
export type SameBetween = (earlier: Instrument, later: Instrument) => ReadonlyMap<string, string>;

export interface SeriesColumn {
	id: string;
	title: string;
	closedOn: string;
	/** of the questionnaire */
	version: string;
	variant: Variant;
	/** the one dimension that was assessed */
	scope: DimensionId | undefined;
	/** since the round before: where the series breaks, and how many items can be compared; null for the first round */
	step: { breaks: Break[]; compared: number } | null;
}

export interface SeriesPoint {
	/** as in the round's own result; null where it has none */
	score: number | null;
	/** of a dimension */
	stage: number | null;
	/** M16: since the round before; null where nothing can be compared */
	change: number | null;
}

export interface SeriesRow {
	id: string;
	name: string;
	/** one for each round */
	points: SeriesPoint[];
}

export interface SeriesDimension extends SeriesRow {
	id: DimensionId;
	criteria: SeriesRow[];
}

export interface SeriesView {
	/** the earliest first */
	columns: SeriesColumn[];
	/** those that some round has assessed */
	dimensions: SeriesDimension[];
	/** names of the stages; index 0 is 1 */
	levels: string[];
}

/** @param rounds closed ones, in any order */
export function seriesView(rounds: readonly SeriesRound[], sameBetween: SameBetween, locale: Locale): SeriesView {
	const inOrder = rounds.toSorted((a, b) => a.closedOn.localeCompare(b.closedOn));
	const steps = inOrder.map((later, index) => {
		const earlier = inOrder[index - 1];
		return earlier ? stepBetween(earlier, later, sameBetween(earlier.instrument, later.instrument)) : null;
	});
	const changes = steps.map((step) => step?.change);
	const newest = inOrder.at(-1)?.instrument;
	return {
		columns: inOrder.map(({ id, title, closedOn, instrument, variant, scope }, index) => ({
			...{ id, title, closedOn, variant, scope, version: instrument.version },
			step: columnStep(steps[index] ?? null)
		})),
		dimensions: DIMENSIONS.flatMap((id) => dimensionRow(id, inOrder, changes, locale)),
		levels: newest?.levels.map(({ name }) => pick(name, locale)) ?? []
	};
}

interface Step {
	breaks: Break[];
	change: Change;
}

function stepBetween(earlier: SeriesRound, later: SeriesRound, same: ReadonlyMap<string, string>): Step {
	return {
		breaks: breaksBetween(earlier, later, same),
		change: changeBetween(later.instrument, later, earlier.result, later.result, same)
	};
}

function columnStep(step: Step | null): SeriesColumn['step'] {
	return step && { breaks: step.breaks, compared: step.change.compared.length };
}

type Changes = readonly (Change | undefined)[];

function dimensionRow(id: DimensionId, rounds: readonly SeriesRound[], changes: Changes, locale: Locale) {
	const named = partsOf(rounds, (instrument) => instrument.dimensions).get(id);
	if (!named || rounds.every(({ result }) => !result.dimensions[id])) return [];
	const criteria = partsOf(rounds, ({ dimensions }) => dimensions.find((one) => one.id === id)?.criteria ?? []);
	const row: SeriesDimension = {
		id,
		name: pick(named.name, locale),
		points: rounds.map(({ result }, index) => ({
			score: result.dimensions[id]?.score ?? null,
			stage: result.dimensions[id]?.stage ?? null,
			change: changes[index]?.dimensions[id] ?? null
		})),
		criteria: [...criteria.values()].map((criterion) => ({
			id: criterion.id,
			name: pick(criterion.name, locale),
			points: rounds.map(({ result }, index) => ({
				score: result.criteria[criterion.id]?.score ?? null,
				stage: null,
				change: changes[index]?.criteria[criterion.id] ?? null
			}))
		}))
	};
	return [row];
}

/** By id what the rounds' instruments have, as the latest of them calls it. */
function partsOf<Part extends { id: string }>(
	rounds: readonly SeriesRound[],
	parts: (instrument: Instrument) => readonly Part[]
): Map<string, Part> {
	const found = new Map<string, Part>();
	for (const { instrument } of rounds.toReversed())
		for (const part of parts(instrument)) if (!found.has(part.id)) found.set(part.id, part);
	return found;
}
