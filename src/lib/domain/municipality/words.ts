/** How names of municipalities are compared: by words of a–z and 0–9, however they are spelt and shortened. */
import type { Kind } from './municipality.ts';

const SPELT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', ł: 'l' };
/** For those who type `Konigsau`. */
const BARE = { ...SPELT, ä: 'a', ö: 'o', ü: 'u' };

/** Written out, shortened (`a.d.`) or left away as people like, so they tell nothing. */
const LITTLE_WORDS = new Set('a am an auf b bei d dem den der i im in o ob u und v vor vorm zu zum zur'.split(' '));

const SAINT = new Set(['sankt', 'st']);

/** What stands before the name of a kind, and what people say for it. */
const TITLES: Record<Kind, string> = {
	district: 'kreis landkreis',
	independentCity: 'stadt',
	town: 'stadt',
	municipality: 'gemeinde markt',
	association: 'amt samtgemeinde verbandsgemeinde verwaltungsgemeinschaft verwaltungsverband gemeindeverband vg sg'
};
const EVERY_TITLE = new Set(Object.values(TITLES).flatMap((titles) => titles.split(' ')));

/** The words of one entry, each list parted by blanks. */
export interface SearchTexts {
	/** words of the name proper; one of them must be asked for */
	name: string;
	/** what else may be asked for: the rest of the official name, its kind, its district */
	more: string;
	/** the name proper in the form that `searchWords` compares */
	label: string;
}

/** What is searched for. */
export interface SearchWords {
	/** beginnings of words, all of which an entry must have; `whole` is no mere beginning */
	words: { text: string; whole: boolean }[];
	/** labels that match best: as typed, and without a title such as `Kreis` */
	labels: string[];
}

/** The words under which an entry is found. */
export function searchTexts(entry: { name: string; kind: Kind; districtName: string | null }): SearchTexts {
	const [proper = '', ...rest] = entry.name.split(',');
	const words = tellingWords(wordsOf(proper));
	const titled = entry.kind === 'district' || entry.kind === 'association';
	return {
		name: spellings(proper).join(' '),
		more: [...spellings(rest.join(' ')), TITLES[entry.kind], ...spellings(entry.districtName ?? '')].join(' '),
		label: labelOf(titled ? withoutTitle(words) : words)
	};
}

/** What a person typed, as words; undefined where nothing of it can be searched for. Takes any text. */
export function searchWords(typed: string): SearchWords | undefined {
	const all = wordsOf(typed);
	const words = tellingWords(all);
	if (words.length === 0) return undefined;
	// Behind a comma stands what is no part of the name proper.
	const proper = tellingWords(wordsOf(typed.split(',', 1).join()));
	return {
		// "St" with a word behind it is the saint, not the beginning of "Stadt".
		words: words.map((text) =>
			text === 'st' && all.at(-1) !== text ? { text: 'sankt', whole: true } : { text, whole: false }
		),
		labels: [...new Set([labelOf(proper), labelOf(withoutTitle(proper))])]
	};
}

/** All ways to spell the words of a text. */
function spellings(text: string): string[] {
	const words = tellingWords(wordsOf(text)).flatMap((word) => (SAINT.has(word) ? [...SAINT] : [word]));
	return [...new Set([...words, ...tellingWords(wordsOf(text, BARE))])];
}

/** `Bad Königsau a.d.Öde` → bad, koenigsau, a, d, oede. Marks that `letters` does not spell vanish. */
export function wordsOf(text: string, letters = SPELT): string[] {
	const spelt = text
		.normalize('NFC')
		.toLowerCase()
		.replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter);
	return (
		spelt
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.match(/[a-z0-9]+/g) ?? []
	);
}

function tellingWords(words: string[]): string[] {
	const telling = words.filter((word) => !LITTLE_WORDS.has(word));
	return telling.length > 0 ? telling : words;
}

function withoutTitle(words: string[]): string[] {
	return words.length > 1 && EVERY_TITLE.has(words[0] ?? '') ? words.slice(1) : words;
}

const labelOf = (words: string[]) => words.map((word) => (SAINT.has(word) ? 'st' : word)).join(' ');
