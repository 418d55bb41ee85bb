/** D9 (a): how the criteria go together over all municipalities, so coarse that nobody's scores can be seen in it. */
import { DIMENSIONS, type DimensionId } from '#lib/domain/instrument/dimension.ts';
import { changedTooLittle, knownTooWell, type Holder } from './disclosure.ts';
import { isHomogeneous, roundToSteps } from './cell.ts';
import { countChanges, tallyOf } from './change.ts';
import { ASSOCIATION_MINIMUM } from './minimum.ts';
import { COEFFICIENT_STEPS, type Association, type StandingAssociation } from './coefficients.ts';
import type { Member, Participant } from './participant.ts';
import type { Memory } from './time.ts';
import { correlationOfRanks, cronbachAlpha, ranksOf } from './rank-correlation.ts';

/** The criteria of the instrument, dimension by dimension. */
export type CriteriaByDimension = Readonly<Record<DimensionId, readonly string[]>>;

interface Present extends Pick<Memory, 'participants' | 'standing'> {
	/** those who stand behind it, in the order of the participants */
	scored: readonly Member[];
}

/**
 * D9 (a) under D4, D5 and D7: calculated anew where the table `all` of each criterion stands on this release and its complete
 * cases are at least 50, five of them unknown to each holder, and differ, criterion by criterion, from those behind each
 * earlier one by nobody or by enough; where D7 forbids that, it stays as it was.
 *
 * @param earlier the releases before, oldest first
 */
export function associate(
	{ participants, standing, scored }: Present,
	criteria: CriteriaByDimension,
	earlier: readonly Memory[],
	holders: readonly Holder[]
): StandingAssociation | undefined {
	const ids = DIMENSIONS.flatMap((dimension) => criteria[dimension]);
	const last = earlier.at(-1)?.association;
	const present = earlier.length;
	if (ids.some((id) => standing.get(id)?.get('all')?.from !== present)) return last;
	const sources = new Set(earlier.flatMap(({ association }) => association?.from ?? []));
	const before = [...sources].map((from) => completeCases(earlier[from]?.participants ?? [], ids));
	const now = completeCases(participants, ids);
	const changes = before.flatMap((then) => ids.map((id) => countChanges(now, then, ({ marks }) => marks[id], holders)));
	if (changes.some(changedTooLittle)) return last;
	const tally = tallyOf(now.keys(), holders);
	if (tally[0] < ASSOCIATION_MINIMUM || knownTooWell(tally)) return undefined;
	const complete = new Set(now.keys());
	return {
		from: present,
		shown: describe(
			scored.filter(({ id }) => complete.has(id)),
			criteria
		)
	};
}

/** By municipality, those that have a score for every one of these. */
function completeCases(participants: readonly Participant[], ids: readonly string[]): Map<string, Participant> {
	const complete = participants.filter(({ marks }) => ids.every((id) => typeof marks[id] === 'number'));
	return new Map(complete.map((one) => [one.id, one]));
}

function describe(members: readonly Member[], criteria: CriteriaByDimension): Association {
	const ids = DIMENSIONS.flatMap((dimension) => criteria[dimension]);
	const lists = new Map(ids.map((id) => [id, members.map(({ scores }) => scores[id] ?? 0)]));
	const scoresOf = (id: string) => lists.get(id) ?? [];
	// What D5 withholds for being alike would let a few who differ decide about a coefficient alone.
	const varied = new Set(ids.filter((id) => !isHomogeneous(Float64Array.from(scoresOf(id)).sort())));
	const ranks = new Map([...varied].map((id) => [id, ranksOf(scoresOf(id))]));
	const correlations = [...varied].flatMap((first, index) =>
		[...varied].slice(index + 1).flatMap((second) => {
			const rho = shownCoefficient(correlationOfRanks(ranks.get(first) ?? [], ranks.get(second) ?? []));
			return rho === undefined ? [] : [{ first, second, rho }];
		})
	);
	const reliability = DIMENSIONS.flatMap((dimension) => {
		const own = criteria[dimension];
		const alpha = own.every((id) => varied.has(id)) ? shownCoefficient(cronbachAlpha(own.map(scoresOf))) : undefined;
		return alpha === undefined ? [] : [[dimension, alpha] as const];
	});
	return { correlations, reliability: Object.fromEntries(reliability) };
}

function shownCoefficient(value: number | undefined): number | undefined {
	if (value === undefined) return undefined;
	const rounded = roundToSteps(value, COEFFICIENT_STEPS);
	return Math.abs(rounded) < 1 ? rounded : undefined;
}

/** The association as a release says it; one of which nothing is shown looks like none. */
export function publishAssociation(
	standing: StandingAssociation | undefined,
	present: number
): Association | undefined {
	if (!standing) return undefined;
	const { from, shown } = standing;
	if (shown.correlations.length + Object.keys(shown.reliability).length === 0) return undefined;
	return from === present ? shown : { ...shown, carriedFrom: from + 1 };
}
