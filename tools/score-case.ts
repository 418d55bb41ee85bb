/** The cases that `npm run score` reads, and what it prints for each. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agendaOf } from '#lib/domain/meeting/agenda.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { DIMENSIONS, itemsOf, type DimensionId, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { spreadIntervals, type Intervals } from '#lib/domain/scoring/interval.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import { countedOnce } from '#lib/domain/scoring/item-result.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { Decision, Rating } from '#lib/domain/answering/rating-schema.ts';
import type { DimensionResult } from '#lib/domain/scoring/result.ts';
import { scoreAssessment } from '#lib/domain/scoring/scoring.ts';

/** One case; entries that scoring does not need, such as `expected`, are let through and ignored. */
export const ScoreCase = z.object({
	/** also the seed text of M11 */
	id: z.string(),
	variant: Variant,
	scope: z.enum(DIMENSIONS).optional(),
	mode: z.enum(['solo', 'team']),
	respondents: z.array(
		z.object({ id: z.string(), role: z.string().nullable().default(null), ratings: z.record(z.string(), Rating) })
	),
	consensus: z.record(z.string(), Decision).default({})
});
export type ScoreCase = z.infer<typeof ScoreCase>;

/** What is printed: scores by id, unrounded where nothing else is said. */
export interface ScoredCase {
	id: string;
	criteria: Record<string, number | null | 'notApplicable'>;
	dimensions: Partial<Record<DimensionId, DimensionResult & { interval90?: [number, number] }>>;
	overall: number | null;
	/** M12, teams only */
	agenda?: string[];
}

export function scoreCase(instrument: Instrument, scoreCase: ScoreCase): ScoredCase {
	const { id, mode } = scoreCase;
	const result = scoreAssessment(instrument, scoreCase);
	const intervals = intervalsOf(instrument, scoreCase);
	const criteria = Object.entries(result.criteria).map(([criterion, { score, notApplicable }]) => [
		criterion,
		notApplicable ? 'notApplicable' : score
	]);
	const dimensions = (Object.entries(result.dimensions) as [DimensionId, DimensionResult][]).map(
		([dimension, scores]) => {
			const interval90 = intervals[dimension];
			return [dimension, { ...scores, ...(interval90 && { interval90 }) }];
		}
	);
	return {
		id,
		criteria: Object.fromEntries(criteria),
		dimensions: Object.fromEntries(dimensions),
		overall: result.overall,
		...(mode === 'team' && { agenda: agendaItems(instrument, scoreCase) })
	};
}

/** M11: of teams, before any consensus. */
function intervalsOf(instrument: Instrument, scoreCase: ScoreCase): Intervals {
	const { id, mode, consensus } = scoreCase;
	if (mode !== 'team' || Object.keys(consensus).length > 0) return {};
	const seed = seedOf(createHash('sha256').update(id).digest('hex'));
	return spreadIntervals(instrument, scoreCase, mulberry32(seed));
}

function agendaItems(instrument: Instrument, { variant, scope, respondents }: ScoreCase): string[] {
	const people = countedOnce(respondents);
	const items = itemsOf(instrument, variant, scope).map(({ id }) => ({ id, ratings: ratingsOfItem(people, id) }));
	return agendaOf(items).map(({ item }) => item);
}
