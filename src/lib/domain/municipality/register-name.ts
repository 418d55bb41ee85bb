/** Names of the register as people say them. */
import type { Level } from './register.ts';

/** What a code of districts and associations is called, and what in a name already says so. */
const TITLES: Record<string, [title: string, said: RegExp]> = {
	'43': ['Kreis', /kreis|region/i],
	'44': ['Landkreis', /kreis|region/i],
	'51': ['Amt', /\bAmt\b/],
	'52': ['Samtgemeinde', /samtgemeinde/i],
	'53': ['Verbandsgemeinde', /verbandsgemeinde/i],
	'54': ['Verwaltungsgemeinschaft', /VVG|gemeinschaft/],
	'55': ['Amt', /\bAmt\b/],
	'56': ['Verwaltungsverband', /GVV|verband/]
};

/** Bavaria's abbreviations behind the comma. */
const ABBREVIATIONS: Record<string, string> = { St: 'Stadt', M: 'Markt', GKSt: 'Große Kreisstadt' };

/** `Musterau` with code 43 → `Kreis Musterau`; `Musterau, St` → `Musterau, Stadt`; everything else as it stands there. */
export function registerName(level: Level, code: string, name: string): string {
	const single = name.replace(/\s+/g, ' ').replace(' ,', ',');
	if (level === 'municipality') {
		return single.replace(/, (St|M|GKSt)$/, (suffix, short: string) => `, ${ABBREVIATIONS[short] ?? suffix}`);
	}
	const [title, said] = TITLES[code] ?? [];
	const plain = single.replace(/ \(VGem\)$/, '');
	return title && said && !said.test(plain) ? `${title} ${plain}` : plain;
}

/** Names of associations that list their members. */
const LISTING = /gemeinschaft|verband|VVG|GVV/;

/** A name without the title behind its comma, as it stands in a sentence: `Musterau, Große Kreisstadt` → `Musterau`. */
export function nameInSentence(name: string): string {
	const [first = name, ...titles] = name.split(', ');
	return titles.length === 1 && !LISTING.test(first) ? first : name;
}
