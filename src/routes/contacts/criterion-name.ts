/** Criteria by number and name, in the page's language. */
import { error } from '@sveltejs/kit';
import { criteriaOf, pick, type Locale } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** 404 for a criterion that no questionnaire has. */
export function requireCriterion(id: string): string {
	const isKnown = loadInstruments().some(({ instrument }) => criteriaOf(instrument).some((one) => one.id === id));
	return isKnown ? id : error(404);
}

/** Such as `D1 Leitbild und Strategie`; the number alone where the instrument knows none. */
export function criterionName(id: string, locale: Locale = getLocale()): string {
	const found = criteriaOf(currentInstrument().instrument).find((one) => one.id === id);
	return found ? `${id} ${pick(found.name, locale)}` : id;
}
