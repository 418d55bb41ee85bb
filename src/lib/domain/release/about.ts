/** What every file of a release says of itself: what it is of, who answers for it, how it is cited. */
import { LOCALES, type Locale, type Text } from '#lib/domain/instrument/instrument.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';

export const LICENCE_ADDRESS = 'https://creativecommons.org/licenses/by/4.0/';

export interface ReleaseAbout extends Pick<ReleaseContent, 'number' | 'cutoff' | 'demonstration' | 'methods'> {
	/** `YYYY-MM-DD` */
	builtOn: string;
	/** of the canonical JSON of the content (D2) */
	sha256: string;
	/** the operator's name; may be empty */
	publisher: string;
	/** of the release's page, with its host */
	address: string;
	/** the newest version of the questionnaire behind it */
	questionnaire: { id: string; version: string; licence: string };
}

/** For people, made once: making a format takes a thousand times as long as using it. */
const DAYS = {
	de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }),
	en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
};
const dayIn = (locale: Locale, day: string) => DAYS[locale].format(new Date(`${day}T00:00:00Z`));

type Cited = Pick<ReleaseAbout, 'number' | 'cutoff' | 'builtOn' | 'publisher' | 'address'>;

/** How to cite it, in one line. */
export function citationOf({ number, cutoff, builtOn, publisher, address }: Cited): Text {
	const who = `${publishersOf(publisher).join(', ')} (${builtOn.slice(0, 4)})`;
	return {
		de: `${who}: Vergleichswerte, Veröffentlichungsstand ${number}, Stichtag ${dayIn('de', cutoff)}. Lizenz CC BY 4.0. ${address}`,
		en: `${who}: Comparison values, release ${number}, cut-off date ${dayIn('en', cutoff)}. Licence CC BY 4.0. ${address}`
	};
}

/** The service, and who runs it where that is known. */
export function publishersOf(publisher: string): string[] {
	return ['Standort 2030', publisher].filter(Boolean);
}

/** What the release is called. */
export function titleOf({ number }: Pick<ReleaseAbout, 'number'>): Text {
	return {
		de: `Standort 2030: Vergleichswerte, Veröffentlichungsstand ${number}`,
		en: `Standort 2030: Comparison values, release ${number}`
	};
}

/** What must be known before anybody uses a value. */
export function caveatsOf({ demonstration }: Pick<ReleaseAbout, 'demonstration'>): Text[] {
	return demonstration ? [MADE_UP, ...CAVEATS] : CAVEATS;
}

const MADE_UP: Text = {
	de: 'Diese Kommunen und ihre Werte sind erfunden.',
	en: 'These municipalities and their values are made up.'
};
const CAVEATS: Text[] = [
	{
		de: 'Wer teilnimmt, hat sich selbst dafür entschieden. Die Werte stehen deshalb nicht für alle Kommunen in Deutschland.',
		en: 'Participants are self-selected. The values therefore do not stand for all municipalities in Germany.'
	},
	{
		de: 'Ein Wert, den es nicht gibt oder der zum Schutz einzelner Kommunen nicht gezeigt wird, hat keine Zeile; beides sieht gleich aus.',
		en: 'A value that does not exist, or is not shown in order to protect individual municipalities, has no row; both look the same.'
	}
];

/** One text in both languages, German first, for files that everybody gets. */
export function bothOf(text: Text, separator = '\n'): string {
	return LOCALES.map((locale) => text[locale]).join(separator);
}
