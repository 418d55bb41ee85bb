/** The files in which a release can be taken away: names, kinds, what each is, and for whom. */
import type { Text } from '#lib/domain/instrument/instrument.ts';

/** What a reader of the list of files is told about one of them. */
export interface FileKind {
	/** for HTTP */
	type: string;
	what: Text;
	/** who needs it */
	forWhom: Text;
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PLAIN = 'text/plain; charset=utf-8';
const EVERYBODY: Text = { de: 'alle', en: 'everybody' };
const WITH_R: Text = { de: 'wer mit R rechnet', en: 'those who work with R' };
const WITH_SPSS: Text = { de: 'wer mit SPSS oder PSPP rechnet', en: 'those who work with SPSS or PSPP' };

/** By the last part of their address, in the order in which they are listed; the archive, which holds all others, first. */
export const RELEASE_FILES = {
	'all.zip': {
		type: 'application/zip',
		what: { de: 'Alle Dateien dieser Liste in einem Archiv', en: 'All files of this list in one archive' },
		forWhom: EVERYBODY
	},
	'README.txt': {
		type: PLAIN,
		what: { de: 'Was in den Dateien steht, Hinweise, Zitat', en: 'What the files hold, cautions, citation' },
		forWhom: EVERYBODY
	},
	'cells.xlsx': {
		type: SPREADSHEET,
		what: { de: 'Alle veröffentlichten Werte als Arbeitsmappe', en: 'All published values as a workbook' },
		forWhom: { de: 'wer mit Excel oder LibreOffice arbeitet', en: 'those who work with Excel or LibreOffice' }
	},
	'cells.csv': {
		type: 'text/csv; charset=utf-8',
		what: {
			de: 'Dieselben Werte als Text, eine Zeile je Wert',
			en: 'The same values as text, one row for each value'
		},
		forWhom: { de: 'Statistikprogramme', en: 'statistics programs' }
	},
	'cells.parquet': {
		type: 'application/vnd.apache.parquet',
		what: { de: 'Dieselben Werte, Spalten mit Typen', en: 'The same values, columns with types' },
		forWhom: { de: 'Python (pandas), R (arrow), DuckDB', en: 'Python (pandas), R (arrow), DuckDB' }
	},
	'associations.csv': {
		type: 'text/csv; charset=utf-8',
		what: {
			de: 'Zusammenhänge der Kriterien: Rangkorrelationen, Reliabilität; ohne Zeilen, wo nichts veröffentlicht ist',
			en: 'How the criteria go together: rank correlations, reliability; without rows where nothing is published'
		},
		forWhom: { de: 'Statistikprogramme', en: 'statistics programs' }
	},
	'twin.csv': {
		type: 'text/csv; charset=utf-8',
		what: {
			de: 'Synthetischer Zwilling: erfundene Kommunen mit ungefähr den veröffentlichten Verteilungen',
			en: 'Synthetic twin: made-up municipalities with roughly the published distributions'
		},
		forWhom: { de: 'wer Auswertungen vorbereitet oder lehrt', en: 'those who prepare analyses or teach' }
	},
	'release.json': {
		type: 'application/json',
		what: {
			de: 'Der Stand, wie er veröffentlicht wurde; für ihn gilt die Prüfsumme des Stands',
			en: 'The release as it was published; the checksum of the release is that of this file'
		},
		forWhom: { de: 'eigene Programme', en: 'programs of your own' }
	},
	'codebook.de.html': {
		type: 'text/html; charset=utf-8',
		what: { de: 'Codebook auf Deutsch, zum Lesen ohne Netz', en: 'Codebook in German, to be read offline' },
		forWhom: EVERYBODY
	},
	'codebook.en.html': {
		type: 'text/html; charset=utf-8',
		what: { de: 'Codebook auf Englisch, zum Lesen ohne Netz', en: 'Codebook in English, to be read offline' },
		forWhom: EVERYBODY
	},
	'codebook.json': {
		type: 'application/json',
		what: { de: 'Alle Variablen mit ihren Bedeutungen', en: 'All variables and what they mean' },
		forWhom: { de: 'eigene Programme', en: 'programs of your own' }
	},
	'codebook.xml': {
		type: 'application/xml',
		what: { de: 'Dasselbe nach DDI-Codebook 2.5', en: 'The same as DDI-Codebook 2.5' },
		forWhom: { de: 'Datenarchive und ihre Kataloge', en: 'data archives and their catalogues' }
	},
	'questionnaire.de.md': {
		type: 'text/markdown; charset=utf-8',
		what: { de: 'Der Fragebogen auf Deutsch', en: 'The questionnaire in German' },
		forWhom: { de: 'wer die Werte deutet', en: 'those who interpret the values' }
	},
	'questionnaire.en.md': {
		type: 'text/markdown; charset=utf-8',
		what: { de: 'Der Fragebogen auf Englisch', en: 'The questionnaire in English' },
		forWhom: { de: 'wer die Werte deutet', en: 'those who interpret the values' }
	},
	'cells.de.R': {
		type: PLAIN,
		what: { de: 'Lädt die CSV-Datei mit deutschen Beschriftungen', en: 'Loads the CSV file with German labels' },
		forWhom: WITH_R
	},
	'cells.en.R': {
		type: PLAIN,
		what: { de: 'Lädt die CSV-Datei mit englischen Beschriftungen', en: 'Loads the CSV file with English labels' },
		forWhom: WITH_R
	},
	'cells.de.sps': {
		type: PLAIN,
		what: { de: 'Lädt die CSV-Datei mit deutschen Beschriftungen', en: 'Loads the CSV file with German labels' },
		forWhom: WITH_SPSS
	},
	'cells.en.sps': {
		type: PLAIN,
		what: { de: 'Lädt die CSV-Datei mit englischen Beschriftungen', en: 'Loads the CSV file with English labels' },
		forWhom: WITH_SPSS
	},
	'CITATION.cff': {
		type: PLAIN,
		what: { de: 'Zitat für Literaturverwaltungen', en: 'Citation for reference managers' },
		forWhom: { de: 'wer die Werte zitiert', en: 'those who cite the values' }
	},
	SHA256SUMS: {
		type: PLAIN,
		what: { de: 'Prüfsummen aller Dateien', en: 'Checksums of all files' },
		forWhom: {
			de: 'wer prüft, ob etwas verändert wurde',
			en: 'those who check whether anything was changed'
		}
	}
} as const satisfies Record<string, FileKind>;

export type ReleaseFileId = keyof typeof RELEASE_FILES;

export const RELEASE_FILE_IDS = Object.keys(RELEASE_FILES) as ReleaseFileId[];

/** Whether there is such a file. */
export function isReleaseFileId(value: string): value is ReleaseFileId {
	return Object.hasOwn(RELEASE_FILES, value);
}

/** What a file is called once it is saved; files for people keep the names by which everybody looks for them. */
export function fileNameOf(id: ReleaseFileId, number: number): string {
	if (/^[A-Z]/.test(id)) return id;
	const stem = `standort-2030-release-${number}`;
	const rest = /^(?:all|cells|release)(\..*)$/.exec(id)?.[1];
	return rest === undefined ? `${stem}-${id}` : `${stem}${rest}`;
}
