/** Syntax for SPSS, which PSPP reads, too, that loads the file of cells with its labels. */
import type { Variable } from '#lib/domain/codebook/variable.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';

/** Bytes of a text column without listed values: the longest distribution has 39. */
const TEXT_WIDTH = 64;

interface Told {
	/** of the CSV file, in the folder in which SPSS works */
	file: string;
	/** what the syntax says of itself */
	comments: readonly string[];
	locale: Locale;
}

export function spssSyntax(variables: readonly Variable[], { file, comments, locale }: Told): string {
	const coded = variables.filter(({ values, type }) => values.length > 0 && type === 'text');
	return [
		'* Encoding: UTF-8.',
		...comments.map(comment),
		'',
		'SET DECIMAL=DOT.',
		'GET DATA',
		'  /TYPE=TXT',
		`  /FILE=${quoted(file)}`,
		"  /ENCODING='UTF8'",
		'  /ARRANGEMENT=DELIMITED',
		'  /DELCASE=LINE',
		"  /DELIMITERS=','",
		`  /QUALIFIER='"'`,
		'  /FIRSTCASE=2',
		'  /VARIABLES=',
		ended(variables.map((variable) => `    ${variable.name} ${formatOf(variable)}`)),
		'',
		'VARIABLE LABELS',
		ended(variables.map(({ name, label }, index) => `  ${index > 0 ? '/' : ''}${name} ${quoted(label[locale])}`)),
		...coded.flatMap(({ name, values }) => [
			'',
			`VALUE LABELS ${name}`,
			ended(values.map(({ value, label }) => `  ${quoted(`${value}`)} ${quoted(label[locale])}`))
		]),
		'',
		'EXECUTE.',
		''
	].join('\n');
}

/** Lines of one command: the last one ends it. */
const ended = (lines: readonly string[]) => `${lines.join('\n')}.`;

function formatOf({ type, values }: Variable): string {
	if (type === 'date') return 'SDATE10';
	if (type === 'whole') return 'F8.0';
	if (type === 'decimal') return 'F8.1';
	const width = values.length > 0 ? Math.max(...values.map(({ value }) => `${value}`.length)) : TEXT_WIDTH;
	return `A${width}`;
}

const quoted = (text: string) => `'${text.replace(/\s+/g, ' ').replaceAll("'", "''")}'`;

/** A comment is a command of its own, which ends at a full stop. */
const comment = (text: string) => `* ${text.replace(/\s+/g, ' ').replace(/\.?\s*$/, '')}.`;
