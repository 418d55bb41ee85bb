/** What the meeting reads of one item, in one language. */
import { criteriaOf, pick, type Instrument, type Locale } from './instrument.ts';

export interface ItemTexts {
	id: string;
	criterion: string;
	statement: string;
	help: string | undefined;
	/** what each level says; index 0 is level 1 */
	descriptions: string[];
	/** what could prove a level */
	evidence: string[];
}

export function itemTexts(instrument: Instrument, id: string, locale: Locale): ItemTexts | undefined {
	for (const criterion of criteriaOf(instrument)) {
		const item = criterion.items.find((one) => one.id === id);
		if (!item) continue;
		return {
			id,
			criterion: pick(criterion.name, locale),
			statement: pick(item.statement, locale),
			help: item.help && pick(item.help, locale),
			descriptions: item.levels.map((text) => pick(text, locale)),
			evidence: item.evidence[locale]
		};
	}
	return undefined;
}

/** The names of levels and role groups in one language. */
export function meetingNames(instrument: Instrument, locale: Locale) {
	return {
		/** index 0 is level 1 */
		levels: instrument.levels.map(({ name }) => pick(name, locale)),
		roles: Object.fromEntries(instrument.roles.map(({ id, name }) => [id, pick(name, locale)]))
	};
}
