/** What the pages of the plan call things, in one language. */
import { criteriaOf, pick, type DimensionId, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';

export interface CriterionChoice {
	id: string;
	name: string;
	items: { id: string; name: string }[];
}
export interface DimensionChoice {
	id: DimensionId;
	name: string;
	criteria: CriterionChoice[];
}

/** Dimensions with their criteria and items, in the order of the instrument. */
export function planChoices({ dimensions }: Instrument, locale: Locale): DimensionChoice[] {
	return dimensions.map(({ id, name, criteria }) => ({
		id,
		name: pick(name, locale),
		criteria: criteria.map((criterion) => ({
			id: criterion.id,
			name: pick(criterion.name, locale),
			items: criterion.items.map((item) => ({ id: item.id, name: pick(item.statement, locale) }))
		}))
	}));
}

/** The criteria that ids of criteria and items belong to, each once, in the order of the instrument. */
export function criterionNames(instrument: Instrument, ids: readonly string[], locale: Locale): string[] {
	return criteriaOf(instrument)
		.filter((criterion) => [criterion, ...criterion.items].some(({ id }) => ids.includes(id)))
		.map(({ name }) => pick(name, locale));
}

export interface HurdleChoice {
	id: string;
	name: string;
}

/** All hurdles, in the order of the instrument. */
export function hurdleChoices({ hurdles }: Instrument, locale: Locale): HurdleChoice[] {
	return hurdles.map(({ id, name }) => ({ id, name: pick(name, locale) }));
}

/** The names of these hurdles, in the order of the instrument. */
export function hurdleNames(instrument: Instrument, ids: readonly string[], locale: Locale): string[] {
	return hurdleChoices(instrument, locale).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
}
