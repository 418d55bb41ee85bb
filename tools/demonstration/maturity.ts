/**
 * How far a made-up municipality is: one latent trait behind everything, larger ones a little further, with deviations
 * by dimension and criterion, on statements that are unequally hard. So answers are correlated as real ones would be.
 */
import { criteriaOf, type Instrument, type Item } from '#lib/domain/instrument/instrument.ts';
import { chanceFrom, type Chance } from './chance.ts';

/** Levels by which a statement is harder or easier than the middle. */
const DIMENSION_EASE = { decision: 0.1, administration: 0.15, budget: -0.45 } as const;
const CORE_EASE = 0.2;
const CRITERION_EASE_SPREAD = 0.3;
const ITEM_EASE_SPREAD = 0.25;

/** Level of an average municipality on an average statement, and what one standard deviation of each trait does. */
const MIDDLE = 2.2;
const GENERAL = 0.62;
const BY_DIMENSION = 0.32;
const BY_CRITERION = 0.3;
/** per power of ten of the population, from 20 000 */
const BY_SIZE = 0.4;
const AVERAGE_SIZE = 20_000;
/** from one round to the next */
const GROWTH = { mean: 0.25, deviation: 0.25 };

/** Ease of each statement by item id, the same for everybody. */
export function easeOf(instrument: Instrument, seed: number): ReadonlyMap<string, number> {
	const chance = chanceFrom(seed);
	return new Map(
		instrument.dimensions.flatMap(({ id, criteria }) =>
			criteria.flatMap(({ items }) => {
				const shared = DIMENSION_EASE[id] + chance.normal(0, CRITERION_EASE_SPREAD);
				return items.map((item): [string, number] => [item.id, shared + itemEase(item, chance)]);
			})
		)
	);
}

function itemEase({ core }: Item, chance: Chance): number {
	return (core ? CORE_EASE : 0) + chance.normal(0, ITEM_EASE_SPREAD);
}

/** The level, unrounded and unlimited, that a municipality has reached in each criterion on statements of average ease. */
export type Maturity = ReadonlyMap<string, number>;

export function makeMaturity(instrument: Instrument, population: number, chance: Chance): Maturity {
	const general = MIDDLE + chance.normal(0, GENERAL) + BY_SIZE * Math.log10(Math.max(population, 1) / AVERAGE_SIZE);
	return new Map(
		instrument.dimensions.flatMap(({ criteria }) => {
			const inDimension = general + chance.normal(0, BY_DIMENSION);
			return criteria.map(({ id }): [string, number] => [id, inDimension + chance.normal(0, BY_CRITERION)]);
		})
	);
}

/** What has become of it by the next round: mostly a little more, sometimes less. */
export function grow(instrument: Instrument, maturity: Maturity, chance: Chance): Maturity {
	const together = chance.normal(GROWTH.mean, GROWTH.deviation);
	return new Map(
		criteriaOf(instrument).map(({ id }) => [
			id,
			(maturity.get(id) ?? MIDDLE) + together + chance.normal(0, GROWTH.deviation)
		])
	);
}
