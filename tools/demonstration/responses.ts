/** What the people of a made-up municipality answer. */
import {
	itemsOf,
	ROLES,
	type Instrument,
	type Item,
	type Role,
	type Variant
} from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Level, Rating } from '#lib/domain/answering/rating.ts';
import type { Chance } from './chance.ts';
import type { Maturity } from './maturity.ts';

/** How roles see the same thing: levels above or below the others, and how often they do not know. */
const ROLE_VIEW: Record<Role, { leniency: number; unknown: number }> = {
	leadership: { leniency: 0.25, unknown: 0.02 },
	treasury: { leniency: 0, unknown: 0.04 },
	department: { leniency: 0.05, unknown: 0.06 },
	coordination: { leniency: -0.05, unknown: 0.02 },
	council: { leniency: -0.2, unknown: 0.12 },
	staff: { leniency: -0.1, unknown: 0.1 }
};
const ROLE_WEIGHTS: Record<Role, number> = {
	leadership: 2,
	treasury: 2,
	department: 5,
	coordination: 2,
	council: 4,
	staff: 4
};
/** Levels by which people differ from each other in all answers, and in a single one. */
const PERSON_SPREAD = 0.35;
const ANSWER_SPREAD = 0.6;
const MISSING = 0.02;
/** A statement that does not apply here: how many there are, and how many of the people say so. */
const NOT_APPLICABLE_ITEMS = 0.02;
const NOT_APPLICABLE_SAID = 0.8;

export interface Situation {
	maturity: Maturity;
	/** levels by which a statement is easier than others, by item id */
	ease: ReadonlyMap<string, number>;
}

/** The level that a municipality has reached in a statement, unrounded and unlimited. */
export function reachedLevel({ maturity, ease }: Situation, itemId: string): number {
	return (maturity.get(criterionOf(itemId)) ?? 1) + (ease.get(itemId) ?? 0);
}

const criterionOf = (itemId: string) => itemId.split('.')[0] ?? '';

/** The nearest level of the scale. */
export function nearestLevel(reached: number): Level {
	return Math.min(5, Math.max(1, Math.round(reached))) as Level;
}

/** So many people of all roles. */
export function makeRespondents(
	instrument: Instrument,
	variant: Variant,
	situation: Situation,
	count: number,
	chance: Chance
): Respondent[] {
	const items = itemsOf(instrument, variant);
	const foreign = new Set(items.filter(() => chance.happens(NOT_APPLICABLE_ITEMS)).map(({ id }) => id));
	return Array.from({ length: count }, (_, index) => {
		// Each role takes part before one takes part twice.
		const role = ROLES[index] ?? chance.weighted(ROLE_WEIGHTS);
		const leniency = ROLE_VIEW[role].leniency + chance.normal(0, PERSON_SPREAD);
		const rate = (item: Item) => rateItem(item, role, leniency, situation, foreign, chance);
		return {
			id: String(index).padStart(3, '0'),
			role,
			ratings: Object.fromEntries(items.map((item) => [item.id, rate(item)]))
		};
	});
}

function rateItem(
	{ id }: Item,
	role: Role,
	leniency: number,
	situation: Situation,
	foreign: ReadonlySet<string>,
	chance: Chance
): Rating | undefined {
	if (chance.happens(MISSING)) return undefined;
	if (chance.happens(ROLE_VIEW[role].unknown)) return 'unknown';
	if (foreign.has(id) && chance.happens(NOT_APPLICABLE_SAID)) return 'notApplicable';
	return nearestLevel(reachedLevel(situation, id) + leniency + chance.normal(0, ANSWER_SPREAD));
}
