/** The codebook as one page of its own, to be read offline: HTML that is XML, too, without scripts. */
import { CODEBOOK_PARTS, type Codebook, type CodebookPart } from './codebook.ts';
import type { CodedValue, Variable, VariableType } from './variable.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { caveatsOf, citationOf, titleOf, type ReleaseAbout } from '#lib/domain/release/about.ts';
import { element, markupOf, type XmlElement } from '#lib/domain/xml.ts';

interface Words extends Record<CodebookPart, string> {
	type: string;
	types: Record<VariableType, string>;
	unit: string;
	values: string;
	missing: string;
	source: string;
}

const WORDS: Record<Locale, Words> = {
	de: {
		cells: 'Spalten der Datei',
		measures: 'Bereiche',
		items: 'Aussagen des Fragebogens',
		type: 'Art',
		types: { text: 'Text', date: 'Tag (JJJJ-MM-TT)', whole: 'ganze Zahl', decimal: 'Zahl mit einer Nachkommastelle' },
		unit: 'Einheit',
		values: 'Werte',
		missing: 'Ohne Wert',
		source: 'Herkunft'
	},
	en: {
		cells: 'Columns of the file',
		measures: 'Measures',
		items: 'Statements of the questionnaire',
		type: 'Type',
		types: { text: 'text', date: 'day (YYYY-MM-DD)', whole: 'whole number', decimal: 'number with one decimal' },
		unit: 'Unit',
		values: 'Values',
		missing: 'Without a value',
		source: 'Source'
	}
};

const STYLE =
	'body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}';

export function codebookPage(codebook: Codebook, about: ReleaseAbout, locale: Locale): string {
	const title = `Codebook – ${titleOf(about)[locale]}`;
	const lines = [...caveatsOf(about), citationOf(about)].map((text) => element('p', {}, text[locale]));
	const page = element('html', { lang: locale }, [
		element('head', {}, [
			element('meta', { charset: 'utf-8' }),
			element('meta', { name: 'viewport', content: 'width=device-width' }),
			element('title', {}, title),
			element('style', {}, STYLE)
		]),
		element('body', {}, [
			element('h1', {}, title),
			...lines,
			...CODEBOOK_PARTS.flatMap((part) => [
				element('h2', {}, WORDS[locale][part]),
				...codebook[part].flatMap((variable) => entry(variable, locale))
			])
		])
	]);
	return `<!doctype html>\n${markupOf(page)}\n`;
}

function entry(
	{ name, label, description, type, unit, range, values, missing, source }: Variable,
	locale: Locale
): XmlElement[] {
	const words = WORDS[locale];
	const limits = range ? `, ${range.from}–${range.to ?? ''}` : '';
	return [
		element('h3', {}, `${name}: ${label[locale]}`),
		...(description ? [element('p', {}, description[locale])] : []),
		element('dl', {}, [
			...fact(words.type, words.types[type] + limits),
			...(unit ? fact(words.unit, unit[locale]) : []),
			...(values.length > 0 ? [element('dt', {}, words.values), valueList(values, locale)] : []),
			...fact(words.missing, missing[locale]),
			...fact(words.source, `${source.text[locale]} (${source.rules.join(', ')})`)
		])
	];
}

const fact = (key: string, value: string) => [element('dt', {}, key), element('dd', {}, value)];

function valueList(values: readonly CodedValue[], locale: Locale): XmlElement {
	const lines = values.map(
		({ value, label, meaning }) => `${value}: ${label[locale]}${meaning ? `. ${meaning[locale]}` : ''}`
	);
	return element('dd', {}, [
		element(
			'ul',
			{},
			lines.map((line) => element('li', {}, line))
		)
	]);
}
