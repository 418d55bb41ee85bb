import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { measuresOf } from '#lib/domain/disclosure/benchmark.ts';
import { Codebook, codebookOf } from './codebook.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { cellSheet } from '#lib/domain/release/cells.ts';

const { instrument } = currentInstrument();
const codebook = codebookOf(instrument);
const variables = [...codebook.cells, ...codebook.measures, ...codebook.items];
const column = (name: string) => codebook.cells.find((variable) => variable.name === name);
const valuesOf = (name: string) => column(name)?.values.map(({ value }) => value);

/** What SPSS takes as label of a variable and of a value, in bytes of UTF-8. */
const VARIABLE_LABEL = 255;
const VALUE_LABEL = 119;

test('every column of the file of cells is described, in its order and with its type', () => {
	const { columns } = cellSheet({
		...{ number: 1, cutoff: '2026-11-01', demonstration: false, licence: 'CC BY 4.0', methods: [], instruments: [] },
		tables: { full: [], short: [] }
	});
	expect(codebook.cells.map(({ name }) => name)).toEqual(columns.map(({ title }) => title));
	const kinds = { text: 'text', date: 'text', whole: 'whole', decimal: 'score' };
	expect(codebook.cells.map(({ type }) => kinds[type])).toEqual(columns.map(({ kind }) => kind));
});

test('every group and every measure that a release can name has a label, no two the same', () => {
	expect(valuesOf('group')).toEqual([...GROUPS]);
	expect(valuesOf('measure')).toEqual(measuresOf(instrument));
	for (const { name, values } of variables)
		for (const locale of ['de', 'en'] as const) {
			const labels = values.map(({ label }) => label[locale]);
			expect(new Set(labels).size, name).toBe(labels.length);
		}
});

test('groups are named by the words of the questionnaire', () => {
	const labels = new Map(column('group')?.values.map(({ value, label }) => [value, label]));
	expect(labels.get('all')?.en).toBe('All municipalities');
	expect(labels.get('state:05')?.de).toBe('Nordrhein-Westfalen');
	expect(labels.get('band:2/kind:town')?.en).toBe('Town within a district, 5,001 to 10,000 inhabitants');
});

test('each statement has the five levels in its own words, and the two answers that are no level', () => {
	expect(codebook.items.map(({ name }) => name)).toEqual(itemsOf(instrument, 'full').map(({ id }) => id));
	const [first] = codebook.items;
	expect(first?.values.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 'unknown', 'notApplicable']);
	expect(first?.values[2]?.meaning?.de).toMatch(/^Ein Ratsbeschluss legt Nachhaltigkeitsziele/);
});

test('what is not shown and what there is not are described as one', () => {
	for (const { missing } of [...codebook.cells.filter(({ name }) => name !== 'carried_from'), ...codebook.measures])
		expect(missing.de).toContain('beides sieht gleich aus');
});

test('labels fit into statistics programs', () => {
	const bytes = (text: string) => new TextEncoder().encode(text).length;
	for (const locale of ['de', 'en'] as const)
		for (const { name, label, values } of variables) {
			expect(bytes(label[locale]), name).toBeLessThanOrEqual(VARIABLE_LABEL);
			for (const value of values)
				expect(bytes(value.label[locale]), `${name} ${value.value}`).toBeLessThanOrEqual(VALUE_LABEL);
		}
});

test('a codebook is read back by its schema, and nothing else is', () => {
	expect(Codebook.parse(JSON.parse(JSON.stringify(codebook)))).toEqual(codebook);
	expect(Codebook.safeParse({ ...codebook, answers: [] }).success).toBe(false);
});

test('an instrument without the names of groups leaves them their ids', () => {
	const bare = codebookOf({ ...instrument, profile: [] }).cells.find(({ name }) => name === 'group');
	expect(bare?.values.find(({ value }) => value === 'state:05')?.label.de).toBe('05');
});
