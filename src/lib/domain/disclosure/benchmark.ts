/** A municipality's own result beside a published release (D8). */
import type { Measure } from './disclosure.ts';
import { GROUP_MINIMUM } from './minimum.ts';
import { roundToSteps, stepsOf, type Cell } from './cell.ts';
import { groupsOf, type Group } from './group.ts';
import type { ReleaseContent } from './release.ts';
import {
	criteriaOf,
	DIMENSIONS,
	type DimensionId,
	type Instrument,
	type Variant
} from '#lib/domain/instrument/instrument.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';

/** D8: the place in quarters, or beside the median alone. Never a rank. */
export type Place =
	'belowQuartiles' | 'lowerHalf' | 'upperHalf' | 'aboveQuartiles' | 'belowMedian' | 'atMedian' | 'aboveMedian';

export interface ComparedMeasure {
	measure: Measure;
	/** the own score, 1.0–5.0, unrounded */
	own: number | null;
	/** absent where nothing is published, be it empty or withheld */
	cell?: Cell;
	/** absent without a cell or an own score */
	place?: Place;
}

/** What the result page shows: a comparison, or how many municipalities it takes. */
export type Comparison =
	| {
			enough: false;
			minimum: number;
			variant: Variant;
			/** whether there is a table of the other variant, which is never compared with this one (M17) */
			otherVariant: boolean;
	  }
	| {
			enough: true;
			release: Pick<ReleaseContent, 'number' | 'cutoff' | 'demonstration'>;
			group: Group;
			/** the own groups of which anything is shown, that one among them */
			groups: Group[];
			/** municipalities in the group, rounded down to a multiple of five */
			n: number;
			rows: ComparedMeasure[];
	  };

export interface OwnResult {
	result: AssessmentResult;
	variant: Variant;
	profile: Profile;
	/** in the order of the rows, see `measuresOf` */
	measures: readonly Measure[];
}

/** The measures of an assessment in the order in which they are shown: overall, dimensions, criteria. */
export function measuresOf(instrument: Instrument, scope?: DimensionId): Measure[] {
	const criteria = criteriaOf(instrument, scope).map(({ id }) => id);
	return scope ? [scope, ...criteria] : ['overall', ...DIMENSIONS, ...criteria];
}

/** All scores of a result by measure. */
export function scoresOf({ overall, dimensions, criteria }: AssessmentResult): Record<Measure, number | null> {
	const scores: Record<Measure, number | null> = { overall };
	for (const [id, { score }] of [...Object.entries(dimensions), ...Object.entries(criteria)]) scores[id] = score;
	return scores;
}

/** The own value beside the cells of a group that the municipality belongs to; the variants never mix (M17). */
export function compareWithRelease(
	own: OwnResult,
	release: ReleaseContent | undefined,
	group: Group = 'all'
): Comparison {
	const { municipality } = own.profile;
	const mine: Group[] = municipality ? groupsOf(municipality) : ['all'];
	const table = release?.tables[own.variant].find((candidate) => candidate.group === group);
	const scores = scoresOf(own.result);
	const rows = own.measures.map((measure) => compareMeasure(measure, scores[measure] ?? null, table?.cells[measure]));
	if (!release || !table || !mine.includes(group) || rows.every(({ cell }) => !cell)) {
		return {
			enough: false,
			minimum: GROUP_MINIMUM,
			variant: own.variant,
			otherVariant: hasOther(own.variant, release)
		};
	}
	const { number, cutoff, demonstration } = release;
	const groups = mine.filter((one) => release.tables[own.variant].some((candidate) => candidate.group === one));
	return { enough: true, release: { number, cutoff, demonstration }, group, groups, n: table.n, rows };
}

/** A median as it was published: anew, or carried over from an earlier release (D7). */
export type SeriesCell = Pick<Cell, 'median' | 'carriedFrom'>;

/** The medians of a group over releases, in their order; undefined where nothing is shown. */
export function seriesOf(
	releases: readonly ReleaseContent[],
	variant: Variant,
	group: Group,
	measures: readonly Measure[]
): { number: number; cutoff: string; cells: (SeriesCell | undefined)[] }[] {
	return releases.map(({ number, cutoff, tables }) => {
		const table = tables[variant].find((candidate) => candidate.group === group);
		const cells = measures.map((measure) => {
			const cell = table?.cells[measure];
			return cell && { median: cell.median, ...(cell.carriedFrom !== undefined && { carriedFrom: cell.carriedFrom }) };
		});
		return { number, cutoff, cells };
	});
}

function hasOther(variant: Variant, release: ReleaseContent | undefined): boolean {
	const tables = release?.tables[variant === 'full' ? 'short' : 'full'] ?? [];
	return tables.some(({ group }) => group === 'all');
}

function compareMeasure(measure: Measure, own: number | null, cell: Cell | undefined): ComparedMeasure {
	if (!cell) return { measure, own };
	return own === null ? { measure, own, cell } : { measure, own, cell, place: placeOf(own, cell) };
}

/**
 * D8: where a score stands, from published numbers and the score rounded alike; so it tells nobody more than the cell.
 * Equal to a quartile counts as inside, equal to the median as upper half.
 */
export function placeOf(score: number, cell: Cell): Place {
	const own = roundToSteps(score, stepsOf(cell));
	const { median, q1, q3 } = cell;
	if (q1 === undefined || q3 === undefined) {
		if (own === median) return 'atMedian';
		return own < median ? 'belowMedian' : 'aboveMedian';
	}
	if (own < q1) return 'belowQuartiles';
	if (own > q3) return 'aboveQuartiles';
	return own < median ? 'lowerHalf' : 'upperHalf';
}
