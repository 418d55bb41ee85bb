/** People of all roles who answer what comes to their mind, the same ones each time. */
import { criteriaOf, itemsOf, type Variant } from '#lib/domain/instrument/instrument.ts';
import { LEVELS, type Rating } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Answered } from './answered-round.ts';
import { seededRandom } from './random.ts';

/** Levels come twice as often as the other answers. */
const RATINGS: Rating[] = [...LEVELS, ...LEVELS, 'unknown', 'notApplicable'];

/** @param comment what each writes on the first item */
export function madeUpPeople(count: number, variant: Variant = 'short', comment?: string): Answered[] {
	const { instrument } = currentInstrument();
	const random = seededRandom(11);
	const roles = instrument.roles.map(({ id }) => id);
	const items = itemsOf(instrument, variant);
	const rate = () => RATINGS[random.below(RATINGS.length)] ?? 3;
	return Array.from({ length: count }, (_, index) => ({
		role: roles[index % roles.length] ?? null,
		answers: {
			...Object.fromEntries(items.map(({ id }) => [id, rate()])),
			...Object.fromEntries(criteriaOf(instrument).map(({ id }) => [id, { importance: 2 as const }])),
			...(comment !== undefined && { [items[0]?.id ?? '']: { rating: rate(), comment } })
		}
	}));
}
