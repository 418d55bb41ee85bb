/** The difference profile of a review in words of one language, for consultant and municipality alike. */
import { itemTexts, meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { showsWhole } from '#lib/domain/review/blindness.ts';
import { blindLevel, byDistance, comparablePairs, distanceOf } from '#lib/domain/review/difference.ts';
import { ownItem } from '#lib/domain/review/own-level.ts';
import { agreementRange, raterAgreement } from '#lib/domain/review/weighted-kappa.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ReviewProgress } from '#lib/server/reviews/ratings.ts';
import { frozenRound } from '#lib/server/rounds/round-results.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { requireInstrument } from '../check/instrument-of.ts';
import { criteriaOfRound } from './progress.ts';

/**
 * The items of the criteria that are in sight, the furthest apart first; agreement and scores only once all are.
 * @param reasons whether the grant includes the reasons of the consensus meeting
 */
export function differencesOf(round: Round, progress: ReviewProgress, reasons: boolean) {
	const { instrument } = requireInstrument(round);
	const { ratings, opened, changes } = progress;
	const locale = getLocale();
	const criteria = criteriaOfRound(round);
	const whole = showsWhole(
		criteria.map(({ id }) => id),
		new Set(opened.keys())
	);
	const frozen = opened.size > 0 ? frozenRound(round) : undefined;
	const rows = criteria
		.filter(({ id }) => opened.has(id))
		.flatMap((criterion) =>
			itemsOfCriterion(criterion, round.variant).flatMap(({ id: item }) => {
				if (!frozen) return [];
				const own = ownItem(frozen, item);
				const rating = ratings.get(item);
				const theirs = rating?.level ?? null;
				const changed = changes.filter((change) => change.item === item);
				return {
					...{ item, criterion: criterion.id, statement: itemTexts(instrument, item, locale)?.statement ?? '' },
					...{ own: own.level, theirs, blind: blindLevel(theirs, changed), changed: changed.length > 0 },
					...{ distance: distanceOf(own.level, theirs), reason: rating?.reason ?? '' },
					ownReason: reasons ? own.reason : ''
				};
			})
		);
	return {
		levels: meetingNames(instrument, locale).levels,
		rows: byDistance(rows),
		missing: criteria.length - opened.size,
		agreement: whole ? agreementOf(round, rows) : undefined,
		scores: whole && frozen ? scoresOf(round, frozen.result) : undefined
	};
}

function agreementOf(round: Round, rows: Parameters<typeof comparablePairs>[0]) {
	const found = raterAgreement(comparablePairs(rows), mulberry32(seedOf(sha256(round.seed))));
	return 'missing' in found ? found : { ...found, words: agreementRange(found) };
}

type Result = ReturnType<typeof frozenRound>['result'];
const shown = (score: number | null) => (score === null ? null : shownScore(score));

/** Stages and scores as they are shown, never unrounded. */
function scoresOf(round: Round, { dimensions, criteria }: Result) {
	const { instrument } = requireInstrument(round);
	const asked = instrument.dimensions.filter(({ id }) => !round.scope || id === round.scope);
	return asked.map((dimension) => ({
		id: dimension.id,
		name: pick(dimension.name, getLocale()),
		stage: dimensions[dimension.id]?.stage ?? null,
		score: shown(dimensions[dimension.id]?.score ?? null),
		criteria: dimension.criteria.map(({ id, name }) => ({
			id,
			name: pick(name, getLocale()),
			score: shown(criteria[id]?.score ?? null)
		}))
	}));
}

export type Differences = ReturnType<typeof differencesOf>;
