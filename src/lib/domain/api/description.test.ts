import { describe, expect, test } from 'vitest';
import { describeApi, type ApiWords } from './description.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { exampleOf } from './example.ts';
import { OPERATION_IDS, OPERATIONS, type Operation } from './operation.ts';
import { readQuery } from './query.ts';

const words: ApiWords = {
	title: 'Interface',
	description: 'What it is for',
	operations: Object.fromEntries(
		OPERATION_IDS.map((id) => [id, { summary: `${id} in short`, description: `${id} at length` }])
	) as ApiWords['operations'],
	parameters: { number: 'number', variant: 'variant', group: 'group', measure: 'm', limit: 'limit', offset: 'offset' },
	headers: { etag: 'mark', link: 'next', retryAfter: 'wait', allow: 'methods' },
	notModified: 'nothing new'
};
const { instrument } = currentInstrument();
const name = () => ({ de: 'Gruppe', en: 'Group' });
const description = describeApi(words, 'https://standort.example', (id) => exampleOf(id, name, instrument));

/** All values of a key, however deep. */
function valuesOf(value: unknown, key: string): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(inner, key)]);
}

function at(path: string): unknown {
	return path
		.split('/')
		.slice(1)
		.reduce((value: unknown, part) => (value as Record<string, unknown> | undefined)?.[part], description);
}

describe('the description', () => {
	test('names every operation once, with its words and where it is found', () => {
		expect(valuesOf(description, 'operationId')).toEqual(OPERATION_IDS);
		expect(description).toMatchObject({
			openapi: '3.1.0',
			servers: [{ url: 'https://standort.example/api/v1' }],
			paths: { '/releases/{number}/cells': { get: { operationId: 'listCells', summary: 'listCells in short' } } }
		});
	});

	test('leads nowhere where nothing is', () => {
		const references = valuesOf(description, '$ref');
		expect(references.length).toBeGreaterThan(20);
		expect(references.filter((reference) => at(String(reference)) === undefined)).toEqual([]);
	});

	test('has each parameter of a path, and says of every parameter what it means', () => {
		for (const id of OPERATION_IDS) {
			const { path, parts, query }: Operation = OPERATIONS[id];
			expect(path.match(/(?<=\{)\w+(?=\})/g) ?? []).toEqual(Object.keys(parts.shape));
			for (const parameter of [...Object.keys(parts.shape), ...Object.keys(query.shape)])
				expect(words.parameters).toHaveProperty(parameter);
		}
		expect(valuesOf(description, 'required')).toContain(true);
	});

	test('leaves room for fields to come', () => {
		expect(valuesOf(description, 'additionalProperties')).not.toContain(false);
	});
});

describe.each(OPERATION_IDS)('the example of %s', (id) => {
	const { path, query, answer, example }: Operation = OPERATIONS[id];

	test('is a call that there is', () => {
		const { pathname, searchParams } = new URL(example, 'https://standort.example');
		expect(pathname).toMatch(new RegExp(`^${path.replace('{number}', '\\d+')}$`));
		expect(readQuery(query, searchParams)).not.toHaveProperty('refused');
	});

	test('has an answer as it is described', () => {
		const shown = exampleOf(id, name, instrument) ?? description;
		expect(answer.parse(shown)).toEqual(shown);
	});
});
