/** A script for R, without packages, that loads the file of cells with its labels. */
import type { Variable, VariableType } from '#lib/domain/codebook/variable.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';

const CLASSES: Record<VariableType, string> = {
	text: 'character',
	date: 'Date',
	whole: 'integer',
	decimal: 'numeric'
};

interface Told {
	/** of the CSV file, in the folder in which R works */
	file: string;
	/** what the script says of itself */
	comments: readonly string[];
	locale: Locale;
}

/**
 * The script. It has ASCII only, so that R reads it alike in every locale; codes stay as they are, and what they stand for
 * is a factor beside them (`group_label`).
 */
export function rScript(variables: readonly Variable[], { file, comments, locale }: Told): string {
	const coded = variables.filter(({ values, type }) => values.length > 0 && type === 'text');
	return [
		...comments.map((comment) => `# ${ascii(comment)}`),
		'',
		'cells <- read.csv(',
		`  ${quoted(file)},`,
		'  fileEncoding = "UTF-8-BOM", na.strings = "",',
		'  colClasses = c(',
		list(variables.map(({ name, type }) => `    ${name} = "${CLASSES[type]}"`)),
		'  )',
		')',
		...coded.flatMap(({ name, values }) => [
			'',
			`cells$${name}_label <- factor(`,
			`  cells$${name},`,
			'  levels = c(',
			list(values.map(({ value }) => `    ${quoted(`${value}`)}`)),
			'  ),',
			'  labels = c(',
			list(values.map(({ label }) => `    ${quoted(label[locale])}`)),
			'  )',
			')'
		]),
		'',
		...variables.map(({ name, label }) => `attr(cells$${name}, "label") <- ${quoted(label[locale])}`),
		...coded.map(({ name, label }) => `attr(cells$${name}_label, "label") <- ${quoted(label[locale])}`),
		''
	].join('\n');
}

const list = (lines: readonly string[]) => lines.join(',\n');

/** A text of R; what is not ASCII by its number. */
function quoted(text: string): string {
	const safe = text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\t]/g, ' ');
	return `"${safe.replace(/[^\x20-\x7e]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)}"`;
}

const PLAIN: Record<string, string> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	Ä: 'Ae',
	Ö: 'Oe',
	Ü: 'Ue',
	ß: 'ss',
	'–': '-',
	'’': "'"
};

/** A comment: letters that are not ASCII are written out, others become `?`. */
function ascii(text: string): string {
	return text.replace(/[^\x20-\x7e]/gu, (character) => PLAIN[character] ?? '?');
}
