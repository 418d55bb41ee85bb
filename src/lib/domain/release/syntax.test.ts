import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import type { Variable } from '#lib/domain/codebook/variable.ts';
import { rScript } from './syntax-r.ts';
import { spssSyntax } from './syntax-spss.ts';

const { cells } = codebookOf(currentInstrument().instrument);
const told = { file: 'cells.csv', comments: ['Stände für Prüfer: CC BY 4.0.'], locale: 'de' as const };

/** What R makes of the escapes in a script. */
const unescaped = (script: string) =>
	script.replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

test.each(['de', 'en'] as const)('the script for R names every column, value and label (%s)', (locale) => {
	const script = rScript(cells, { ...told, locale });
	expect(script).toMatch(/^[\x20-\x7e\n]*$/);
	expect(script).toContain('"cells.csv"');
	for (const { name, label, values } of cells) {
		expect(script).toMatch(new RegExp(`^    ${name} = "(character|Date|integer|numeric)",?$`, 'm'));
		expect(unescaped(script)).toContain(`attr(cells$${name}, "label") <- "${label[locale]}"`);
		for (const value of values) {
			expect(script).toContain(`    "${value.value}"`);
			expect(unescaped(script)).toContain(`    "${value.label[locale]}"`);
		}
	}
});

test.each(['de', 'en'] as const)('the syntax for SPSS names every column, value and label (%s)', (locale) => {
	const syntax = spssSyntax(cells, { ...told, locale });
	expect(syntax).toMatch(/^\* Encoding: UTF-8\.\n\* Stände für Prüfer: CC BY 4\.0\.\n/);
	for (const { name, label, values } of cells) {
		expect(syntax).toMatch(new RegExp(`^    ${name} (A\\d+|SDATE10|F8\\.[01])\\.?$`, 'm'));
		const doubled = label[locale].replaceAll("'", "''");
		expect(syntax).toMatch(new RegExp(`^  /?${name} '${doubled}'\\.?$`, 'm'));
		for (const value of values)
			expect(syntax).toContain(`  '${value.value}' '${value.label[locale].replaceAll("'", "''")}'`);
	}
});

test('text columns of SPSS are wide enough for every value', () => {
	const syntax = spssSyntax(cells, told);
	for (const { name, values, type } of cells) {
		if (type !== 'text') continue;
		const width = Number(new RegExp(`^    ${name} A(\\d+)`, 'm').exec(syntax)?.[1]);
		for (const { value } of values) expect(width).toBeGreaterThanOrEqual(`${value}`.length);
	}
	expect(syntax).toContain('histogram A64');
	expect('1-1:100 2-2:100 3-3:100 4-4:100 5-5:100'.length).toBeLessThanOrEqual(64);
});

test('no line of the syntax is longer than SPSS reads', () => {
	for (const line of spssSyntax(cells, told).split('\n'))
		expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(250);
});

test('no text ends a string or a comment early', () => {
	const [first] = cells as [Variable];
	const evil = `'). ERASE FILE='x'.\n" \\ ; system("rm")`;
	const variable: Variable = {
		...first,
		type: 'text',
		label: { de: evil, en: evil },
		values: [{ value: evil, label: { de: evil, en: evil } }]
	};
	const comments = [`one.\nERASE FILE='x'.`];
	const syntax = spssSyntax([variable], { ...told, comments });
	expect(syntax.split('\n').filter((line) => line.startsWith('ERASE'))).toEqual([]);
	expect(syntax).toContain(`''). ERASE FILE=''x''. " \\ ; system("rm")'`);
	const script = rScript([variable], { ...told, comments });
	expect(script.split('\n').filter((line) => line.startsWith('ERASE'))).toEqual([]);
	expect(script).toContain(`"'). ERASE FILE='x'. \\" \\\\ ; system(\\"rm\\")"`);
});
