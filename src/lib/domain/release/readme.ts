/** What lies beside the data of a release: read-me and citation file. */
import type { Locale, Text } from '#lib/domain/instrument/instrument.ts';
import { caveatsOf, citationOf, LICENCE_ADDRESS, publishersOf, titleOf, type ReleaseAbout } from './about.ts';
import { fileNameOf, RELEASE_FILE_IDS, RELEASE_FILES } from './file.ts';

const WORDS = {
	de: {
		facts: ({ cutoff, builtOn }: ReleaseAbout) => `Stichtag ${cutoff}, veröffentlicht am ${builtOn}.`,
		files: 'Dateien',
		use: 'Benutzen',
		r: 'R: source(…) im Ordner der Dateien, danach steht die Tabelle in „cells“.',
		spss: 'SPSS oder PSPP: die Syntaxdatei im Ordner der Dateien ausführen.',
		check: 'Prüfen: sha256sum -c SHA256SUMS',
		release: 'SHA-256 des Stands:',
		twin: 'Zum synthetischen Zwilling',
		twinUse: [
			'Er ist allein aus den veröffentlichten Zahlen gezogen; keine Zeile gehört zu einer wirklichen Kommune.',
			'Geeignet: Auswertungen vorbereiten, Programme testen, lehren, Abbildungen entwerfen.',
			'Ungeeignet: Aussagen über Kommunen in Deutschland. Ergebnisse daraus dürfen nicht als Befunde veröffentlicht werden.',
			'Zusammenhänge, die nicht veröffentlicht sind, stehen nicht darin; seltene Fälle, kleinste und größte Werte auch nicht.'
		],
		twinMore: 'Wie er entsteht und wie weit er von den veröffentlichten Zahlen entfernt ist:',
		licence: 'Lizenz',
		data: `Werte und Beschreibungen: CC BY 4.0, ${LICENCE_ADDRESS}`,
		questionnaire: 'Texte des Fragebogens:',
		cite: 'Zitat'
	},
	en: {
		facts: ({ cutoff, builtOn }: ReleaseAbout) => `Cut-off date ${cutoff}, published on ${builtOn}.`,
		files: 'Files',
		use: 'Use',
		r: 'R: source(…) in the folder of the files; the table is then in “cells”.',
		spss: 'SPSS or PSPP: run the syntax file in the folder of the files.',
		check: 'Check: sha256sum -c SHA256SUMS',
		release: 'SHA-256 of the release:',
		twin: 'About the synthetic twin',
		twinUse: [
			'It is drawn from the published numbers alone; no row belongs to a real municipality.',
			'Fit for: preparing analyses, testing programs, teaching, designing charts.',
			'Unfit for: statements about municipalities in Germany. Results from it must not be published as findings.',
			'Associations that are not published are not in it; rare cases, smallest and largest values are not either.'
		],
		twinMore: 'How it is made, and how far it is from the published numbers:',
		licence: 'Licence',
		data: `Values and descriptions: CC BY 4.0, ${LICENCE_ADDRESS}`,
		questionnaire: 'Texts of the questionnaire:',
		cite: 'Citation'
	}
};

/** German first, then English. */
export function readmeOf(about: ReleaseAbout): string {
	return `${partOf(about, 'de')}\n\n${'-'.repeat(72)}\n\n${partOf(about, 'en')}\n`;
}

function partOf(about: ReleaseAbout, locale: Locale): string {
	const words = WORDS[locale];
	const { number, questionnaire, sha256, address } = about;
	const files = RELEASE_FILE_IDS.filter((id) => id !== 'all.zip').map(
		(id) => `  ${fileNameOf(id, number)}\n      ${RELEASE_FILES[id].what[locale]}`
	);
	return [
		titleOf(about)[locale].toUpperCase(),
		words.facts(about),
		'',
		...caveatsOf(about).map((text) => `* ${text[locale]}`),
		'',
		`${words.files}:`,
		...files,
		'',
		`${words.use}:`,
		...[words.r, words.spss, words.check].map((line) => `  ${line}`),
		`  ${words.release} ${sha256}`,
		'',
		`${words.twin} (${fileNameOf('twin.csv', number)}):`,
		...words.twinUse.map((line) => `  ${line}`),
		`  ${words.twinMore} ${address}/twin`,
		'',
		`${words.licence}:`,
		`  ${words.data}`,
		`  ${words.questionnaire} ${questionnaire.licence}`,
		'',
		`${words.cite}:`,
		`  ${citationOf(about)[locale]}`
	].join('\n');
}

const MESSAGE: Text = {
	de: 'Wenn Sie diese Werte verwenden, zitieren Sie sie bitte so.',
	en: 'If you use these values, please cite them as below.'
};

/** Citation File Format 1.2.0. */
export function citationFileOf(about: ReleaseAbout): string {
	const { number, builtOn, sha256, publisher, address } = about;
	// A JSON string is a YAML string.
	const text = (value: string) => JSON.stringify(value);
	return [
		'cff-version: 1.2.0',
		`message: ${text(`${MESSAGE.de} ${MESSAGE.en}`)}`,
		'type: dataset',
		`title: ${text(titleOf(about).de)}`,
		'authors:',
		...publishersOf(publisher).map((name) => `  - name: ${text(name)}`),
		`version: ${text(`${number}`)}`,
		`date-released: ${builtOn}`,
		`url: ${text(address)}`,
		'license: CC-BY-4.0',
		'identifiers:',
		'  - type: other',
		`    value: ${text(`sha256:${sha256}`)}`,
		`    description: ${text('SHA-256 of the release')}`,
		''
	].join('\n');
}
