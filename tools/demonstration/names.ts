/**
 * Names that exist nowhere: made-up stems, none of which occurs in the name of any German municipality, with usual
 * endings. They look like those of the official register: "Kelmorbach, Stadt".
 */
import type { Kind } from '#lib/domain/municipality/municipality.ts';

export const STEMS = (
	'Brolm Drevel Dulmer Fennol Fluhr Glaspen Grelvin Hesmar Hulvin Ilmeron Jorvel Kaspran Kelmor Klaviel Ladvin Lembor ' +
	'Lisvar Malvert Merlok Nelgar Norvik Ormel Pelvin Plessar Quelbor Quister Ramvel Rosvel Sarwin Selvin Stavel Telvar ' +
	'Tormin Trassel Vesmar Wesvin Wirnel Worlin Zarmel Zintar'
).split(' ');

export const ENDINGS: Record<Kind, readonly string[]> = {
	district: ['land', 'gau', '-Kreis'],
	independentCity: ['stadt', 'burg', 'furt'],
	town: ['bach', 'berg', 'born', 'feld', 'hagen', 'haven', 'hausen', 'kirchen', 'rode', 'tal'],
	municipality: ['au', 'beck', 'dorf', 'heide', 'heim', 'moor', 'ow', 'ried', 'see', 'weiler'],
	association: ['er Land', 'er Wald', 'niederung']
};

/** What stands behind the name in the register. */
const TITLES: Partial<Record<Kind, string>> = { independentCity: ', Stadt', town: ', Stadt' };

/** What associations are called, by Land. */
const ASSOCIATIONS: Readonly<Record<string, string>> = {
	'01': 'Amt',
	'03': 'Samtgemeinde',
	'07': 'Verbandsgemeinde',
	'12': 'Amt',
	'13': 'Amt',
	'15': 'Verbandsgemeinde'
};
const OTHER_ASSOCIATION = 'Verwaltungsgemeinschaft';

/** All names of a kind, without what stands before or behind them; none twice. */
export function namesOf(kind: Kind): string[] {
	return ENDINGS[kind].flatMap((ending) => STEMS.map((stem) => stem + ending));
}

/** A name as the register would write it. */
export function officialName(name: string, kind: Kind, state: string): string {
	if (kind === 'association') return `${ASSOCIATIONS[state] ?? OTHER_ASSOCIATION} ${name}`;
	return name + (TITLES[kind] ?? '');
}
