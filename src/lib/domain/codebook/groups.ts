/**
 * The peer groups (D3) in both languages, by the names that the instrument has for kinds, bands and Länder: a value label of a
 * variable, fixed with the version of the questionnaire. Pages name the same groups as many („Städte“) and may be worded anew
 * at any time (`components/comparison/group-words.ts`).
 */
import type { CodedValue } from './variable.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { LOCALES, type Instrument, type Text } from '#lib/domain/instrument/instrument.ts';
import { BANDS } from '#lib/domain/municipality/municipality.ts';

const WHOLE: Text = { de: 'Alle Kommunen', en: 'All municipalities' };
const INHABITANTS: Text = { de: 'Einwohner', en: 'inhabitants' };

/** Every group that there is, whether a release shows anything of it or not. */
export function groupValues(instrument: Instrument): CodedValue[] {
	return GROUPS.map((group) => ({ value: group, label: groupLabel(instrument, group) }));
}

function groupLabel(instrument: Instrument, group: Group): Text {
	const [band, kind, state] = ['band', 'kind', 'state'].map((axis) => new RegExp(`${axis}:(\\w+)`).exec(group)?.[1]);
	const size = band && inBoth([optionName(instrument, 'populationBand', BANDS[Number(band) - 1]), INHABITANTS], ' ');
	const sort = kind && optionName(instrument, 'kind', kind);
	if (size && sort) return inBoth([sort, size], ', ');
	return size || sort || (state && optionName(instrument, 'state', state)) || WHOLE;
}

/** The name of an option of a profile question; its id where the instrument has none. */
function optionName({ profile }: Instrument, field: string, id = ''): Text {
	const options = profile.find((one) => one.id === field)?.options ?? [];
	return options.find((option) => option.id === id)?.name ?? { de: id, en: id };
}

function inBoth(texts: readonly Text[], separator: string): Text {
	const [de, en] = LOCALES.map((locale) => texts.map((text) => text[locale]).join(separator)) as [string, string];
	return { de, en };
}
