/** Closed rounds of made-up municipalities, frozen as every closed assessment is (M15). */
import { addDays } from '#lib/domain/day.ts';
import { freezeTeam, type SealedInstrument } from '#lib/domain/result/freeze.ts';
import type { TeamInputs } from '#lib/domain/result/frozen.ts';
import type { ImportanceCounts } from '#lib/domain/answering/importance.ts';
import { criteriaOf, type Instrument, type Variant } from '#lib/domain/instrument/instrument.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import { teamInputs } from '#lib/domain/result/team-inputs.ts';
import type { assessment } from '#lib/server/db/schema.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { easeOf, grow, makeMaturity, type Maturity } from './maturity.ts';
import { makeDecisions } from './meeting.ts';
import { makeProfile, municipalityOf } from './profile.ts';
import { makeRespondents, nearestLevel } from './responses.ts';

export type RoundRow = typeof assessment.$inferInsert;

/** Days before today on which rounds were closed, first and second one. */
const FIRST_CLOSED = [420, 780] as const;
const SECOND_CLOSED = [2, 300] as const;
/** So many days ago all first rounds were closed, and no second one. */
export const DAYS_BETWEEN_ROUNDS = 310;
const COLLECTED_DAYS = [30, 90] as const;
const SECOND_ROUND = 0.75;
const SHORT = 0.12;
const AGREED = 0.92;
const WITH_TARGETS = 0.5;
/** Some small teams rate openly. */
const OPEN_WORKSHOP = { most: 12, share: 0.4 };
/** People who take part: so many at 5 000 inhabitants, so many more with every tenfold. */
const PEOPLE = { middle: 10, perTenfold: 6, spread: 3, fewest: 4, most: 40 };

export interface RoundsPlan {
	sealed: SealedInstrument;
	/** `YYYY-MM-DD` */
	today: string;
	seed: number;
}

/** One or two rounds of each place, in their order; the same plan, the same rounds. */
export function* makeRounds(places: readonly RegisterEntry[], plan: RoundsPlan): Generator<RoundRow> {
	const { instrument } = plan.sealed;
	const ease = easeOf(instrument, plan.seed);
	for (const [index, place] of places.entries()) {
		const chance = chanceFrom(plan.seed + 1 + index);
		const variant = chance.happens(SHORT) ? 'short' : 'full';
		const agrees = chance.happens(AGREED);
		const first = makeMaturity(instrument, place.population, chance);
		const maturities = chance.happens(SECOND_ROUND) ? [first, grow(instrument, first, chance)] : [first];
		for (const [number, maturity] of maturities.entries())
			yield makeRound(place, { number, variant, agrees, maturity, ease }, plan, chance);
	}
}

interface Occasion {
	/** 0 or 1 */
	number: number;
	variant: Variant;
	agrees: boolean;
	maturity: Maturity;
	ease: ReadonlyMap<string, number>;
}

function makeRound(place: RegisterEntry, occasion: Occasion, { sealed, today }: RoundsPlan, chance: Chance): RoundRow {
	const { instrument } = sealed;
	const { number, variant, agrees, maturity } = occasion;
	const count = peopleOf(place.population, chance);
	const confidential = count > OPEN_WORKSHOP.most || !chance.happens(OPEN_WORKSHOP.share);
	const respondents = makeRespondents(instrument, variant, occasion, count, chance);
	const [latest, earliest] = number === 0 ? FIRST_CLOSED : SECOND_CLOSED;
	const closedOn = addDays(today, -chance.whole(latest, earliest));
	const year = Number(closedOn.slice(0, 4));
	const id = sha256(`${place.key} ${number} ${chance.unit()}`).slice(0, 22);
	const about = { variant, scope: undefined, seed: sha256(id).slice(0, 22) };
	const inputs = teamInputs(
		instrument,
		{
			...about,
			confidential,
			respondents,
			decisions: makeDecisions(instrument, variant, respondents, chance),
			criteria: makeCriteria(instrument, maturity, count, year, chance)
		},
		mulberry32(seedOf(sha256(about.seed)))
	);
	return {
		id,
		mode: confidential ? 'confidential' : 'open',
		state: 'closed',
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		variant,
		profile: makeProfile(municipalityOf(place), [...maturity.values()], year, chance),
		municipalityKey: place.key,
		seed: about.seed,
		createdOn: addDays(closedOn, -chance.whole(...COLLECTED_DAYS)),
		savedOn: closedOn,
		closedOn,
		comparisonAgreedOn: agrees ? closedOn : null,
		demonstration: true,
		frozen: freezeTeam(sealed, about, inputs, sha256)
	};
}

function peopleOf(population: number, chance: Chance): number {
	const { middle, perTenfold, spread, fewest, most } = PEOPLE;
	const usual = middle + perTenfold * Math.log10(Math.max(population, 1) / 5_000);
	return Math.min(most, Math.max(fewest, Math.round(chance.normal(usual, spread))));
}

function makeCriteria(
	instrument: Instrument,
	maturity: Maturity,
	people: number,
	year: number,
	chance: Chance
): TeamInputs['criteria'] {
	const aims = chance.happens(WITH_TARGETS);
	return Object.fromEntries(
		criteriaOf(instrument).map(({ id }) => {
			const target = nearestLevel((maturity.get(id) ?? 1) + 1);
			const importance: ImportanceCounts = [0, 0, 0, 0];
			const middle = chance.normal(2.8, 0.4);
			for (let person = 0; person < people; person++) {
				const rating = Math.min(4, Math.max(1, Math.round(chance.normal(middle, 0.8))));
				importance[rating - 1] = (importance[rating - 1] ?? 0) + 1;
			}
			return [id, { importance, ...(aims && { target, targetYear: year + chance.whole(2, 5) }) }];
		})
	);
}
