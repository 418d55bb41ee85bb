/**
 * The codebook of a release as DDI-Codebook 2.5, for data archives. Elements stand in the order that the schema asks for
 * (`codebook.xsd`, 2012-01-17); `codebook-ddi.test.ts` holds that order.
 */
import { CODEBOOK_PARTS, type Codebook, type CodebookPart } from './codebook.ts';
import { ddiVariable, inBoth } from './ddi-variable.ts';
import { LOCALES, type Text } from '#lib/domain/instrument/instrument.ts';
import {
	bothOf,
	caveatsOf,
	citationOf,
	LICENCE_ADDRESS,
	publishersOf,
	titleOf,
	type ReleaseAbout
} from '#lib/domain/release/about.ts';
import { fileNameOf } from '#lib/domain/release/file.ts';
import { element, xmlOf, type XmlElement } from '#lib/domain/xml.ts';

const NAMESPACE = 'ddi:codebook:2_5';
const SCHEMA = 'https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd';
/** The file of cells; the only one of which variables are columns. */
const CELLS_FILE = 'F1';

const PART_NAMES: Record<CodebookPart, Text> = {
	cells: { de: 'Spalten der Datei', en: 'Columns of the file' },
	measures: { de: 'Bereiche, die die Spalte „measure“ nennt', en: 'What the column “measure” names' },
	items: { de: 'Aussagen des Fragebogens', en: 'Statements of the questionnaire' }
};

/** @param rows of the file of cells */
export function ddiOf(codebook: Codebook, about: ReleaseAbout, rows: number): string {
	return xmlOf(
		element(
			'codeBook',
			{
				xmlns: NAMESPACE,
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
				version: '2.5',
				'xml:lang': 'de'
			},
			[
				element('docDscr', {}, [citation(about, DOCUMENT)]),
				study(about),
				file(codebook, about, rows),
				element('dataDscr', {}, [...CODEBOOK_PARTS.map((part) => group(codebook, part)), ...variables(codebook)])
			]
		)
	);
}

const DOCUMENT: Text = { de: 'Codebook: ', en: 'Codebook: ' };
const STUDY: Text = { de: '', en: '' };

function citation(about: ReleaseAbout, prefix: Text): XmlElement {
	const { number, builtOn, sha256, publisher } = about;
	const title = titleOf(about);
	const publishers = publishersOf(publisher);
	return element('citation', {}, [
		element('titlStmt', {}, [
			element('titl', { 'xml:lang': 'de' }, prefix.de + title.de),
			element('parTitl', { 'xml:lang': 'en' }, prefix.en + title.en),
			element('IDNo', { agency: 'SHA-256' }, sha256)
		]),
		element('rspStmt', {}, [element('AuthEnty', {}, publishers.join(', '))]),
		element('prodStmt', {}, [
			...publishers.map((name) => element('producer', {}, name)),
			element('copyright', {}, `CC BY 4.0, ${LICENCE_ADDRESS}`),
			element('prodDate', { date: builtOn }, builtOn)
		]),
		element('distStmt', {}, [
			element('distrbtr', { URI: about.address }, publishers.at(-1) ?? ''),
			element('distDate', { date: builtOn }, builtOn)
		]),
		element('verStmt', {}, [element('version', { date: builtOn }, `${number}`)]),
		...inBoth('biblCit', citationOf(about))
	]);
}

function study(about: ReleaseAbout): XmlElement {
	const { cutoff, methods } = about;
	const [de, en] = LOCALES.map((locale) =>
		caveatsOf(about)
			.map((text) => text[locale])
			.join(' ')
	) as [string, string];
	return element('stdyDscr', {}, [
		citation(about, STUDY),
		element('stdyInfo', {}, [
			...inBoth('abstract', {
				de: `${ABSTRACT.de} ${de}`,
				en: `${ABSTRACT.en} ${en}`
			}),
			element('sumDscr', {}, [
				element('collDate', { date: cutoff, event: 'end' }, cutoff),
				element('nation', { abbr: 'DE', 'xml:lang': 'de' }, 'Deutschland'),
				...inBoth('anlyUnit', { de: 'Gruppe von Kommunen', en: 'Group of municipalities' }),
				...inBoth('universe', UNIVERSE),
				...inBoth('dataKind', { de: 'Aggregierte Daten', en: 'Aggregate data' })
			])
		]),
		element('method', {}, [
			element('dataColl', {}, [
				...inBoth('sampProc', { de: 'Freiwillige Teilnahme', en: 'Self-selection' }),
				...inBoth('collMode', { de: 'Fragebogen im Browser, im Team', en: 'Questionnaire in the browser, as a team' }),
				...inBoth('resInstru', {
					de: `Fragebogen ${about.questionnaire.id} ${about.questionnaire.version}, Rechenregeln ${methods.join(', ')}`,
					en: `Questionnaire ${about.questionnaire.id} ${about.questionnaire.version}, scoring rules ${methods.join(', ')}`
				})
			])
		]),
		element('dataAccs', {}, [
			element('useStmt', {}, [
				...inBoth('citReq', citationOf(about)),
				...inBoth('conditions', {
					de: `Lizenz CC BY 4.0, ${LICENCE_ADDRESS}. Für Texte des Fragebogens gilt ${about.questionnaire.licence}.`,
					en: `Licence CC BY 4.0, ${LICENCE_ADDRESS}. For texts of the questionnaire: ${about.questionnaire.licence}.`
				})
			])
		])
	]);
}

const ABSTRACT: Text = {
	de: 'Mediane, Quartile und Verteilungen der Selbsteinschätzung von Kommunen auf dem Weg zu einer integriert und agil arbeitenden Verwaltung für die Agenda 2030, je Gruppe und Bereich.',
	en: 'Medians, quartiles and distributions of the self-assessment of municipalities on the way to an integrated and agile administration for the 2030 Agenda, by group and measure.'
};
const UNIVERSE: Text = {
	de: 'Kommunen in Deutschland, die gemeinsam bewertet und dem Vergleich zugestimmt haben',
	en: 'Municipalities in Germany that assessed themselves as a team and agreed to the comparison'
};

function file(codebook: Codebook, about: ReleaseAbout, rows: number): XmlElement {
	return element('fileDscr', { ID: CELLS_FILE }, [
		element('fileTxt', {}, [
			element('fileName', {}, fileNameOf('cells.csv', about.number)),
			...inBoth('fileCont', {
				de: 'Alle veröffentlichten Werte, eine Zeile je Wert',
				en: 'All published values, one row each'
			}),
			element('dimensns', {}, [element('caseQnty', {}, `${rows}`), element('varQnty', {}, `${codebook.cells.length}`)]),
			element('fileType', { charset: 'UTF-8' }, 'CSV (RFC 4180)'),
			element('dataMsng', {}, bothOf({ de: 'Leere Felder', en: 'Empty fields' }, ' / '))
		])
	]);
}

const idsOf = (codebook: Codebook, part: CodebookPart) => codebook[part].map((_, index) => `${part}-${index + 1}`);

function group(codebook: Codebook, part: CodebookPart): XmlElement {
	const attributes = { ID: part, type: part === 'cells' ? 'file' : 'subject', var: idsOf(codebook, part).join(' ') };
	return element('varGrp', attributes, inBoth('labl', PART_NAMES[part]));
}

function variables(codebook: Codebook): XmlElement[] {
	return CODEBOOK_PARTS.flatMap((part) => {
		const ids = idsOf(codebook, part);
		return codebook[part].map((variable, index) =>
			ddiVariable(variable, { ID: ids[index], files: part === 'cells' ? CELLS_FILE : undefined })
		);
	});
}
