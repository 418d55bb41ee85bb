/** The description of the public interface: OpenAPI 3.1, made from the schemas of the answers. */
import { z } from 'zod';
import { NAMED } from './answer.ts';
import {
	API_BASE,
	API_VERSION,
	OPERATION_IDS,
	OPERATIONS,
	refusalsOf,
	type Operation,
	type OperationId
} from './operation.ts';
import { PROBLEMS, type ProblemStatus } from './problem-kinds.ts';
import { Problem } from './problem.ts';

/** The texts of a description. */
export interface ApiWords {
	title: string;
	description: string;
	operations: Record<OperationId, { summary: string; description: string }>;
	/** by name */
	parameters: Record<string, string>;
	headers: Record<'etag' | 'link' | 'retryAfter' | 'allow', string>;
	notModified: string;
}

const SCHEMAS = '#/components/schemas/';
type Json = Record<string, unknown>;
type Description = Json & { openapi: string; info: Json; paths: Json };

/** @param origin of the service */
export function describeApi(words: ApiWords, origin: string, example: (id: OperationId) => unknown): Description {
	return {
		openapi: '3.1.0',
		info: {
			title: words.title,
			version: API_VERSION,
			description: words.description,
			license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' }
		},
		externalDocs: { url: `${origin}/api` },
		servers: [{ url: origin + API_BASE }],
		security: [],
		paths: Object.fromEntries(
			OPERATION_IDS.map((id) => [OPERATIONS[id].path, { get: operationOf(id, words, example(id)) }])
		),
		components: { schemas: schemas(), responses: problemResponses(words), headers: headersOf(words) }
	};
}

function operationOf(id: OperationId, words: ApiWords, example: unknown): Json {
	const operation: Operation = OPERATIONS[id];
	const parameters = [
		...parametersIn('path', operation.parts, words),
		...parametersIn('query', operation.query, words)
	];
	const refusals = refusalsOf(operation).map((status) => [
		String(status),
		{ $ref: `#/components/responses/${PROBLEMS[status].id}` }
	]);
	return {
		operationId: id,
		...words.operations[id],
		...(parameters.length > 0 && { parameters }),
		responses: {
			200: {
				description: words.operations[id].summary,
				headers: {
					ETag: { $ref: '#/components/headers/ETag' },
					...('limit' in operation.query.shape && { Link: { $ref: '#/components/headers/Link' } })
				},
				content: {
					'application/json': {
						schema: { $ref: SCHEMAS + operation.named },
						...(example !== undefined && { example })
					}
				}
			},
			304: { description: words.notModified },
			...Object.fromEntries(refusals)
		}
	};
}

function parametersIn(place: 'path' | 'query', { shape }: z.ZodObject, words: ApiWords): Json[] {
	return Object.entries(shape).map(([name, schema]) => ({
		name,
		in: place,
		required: place === 'path',
		description: words.parameters[name],
		schema: plain(z.toJSONSchema(schema as z.ZodType, { override: loosen }))
	}));
}

function problemResponses({ headers }: ApiWords): Json {
	const statuses = Object.keys(PROBLEMS).map(Number) as ProblemStatus[];
	return Object.fromEntries(
		statuses.map((status) => [
			PROBLEMS[status].id,
			{
				description: PROBLEMS[status].detail,
				...(status === 429 && { headers: { 'Retry-After': header(headers.retryAfter, 'integer') } }),
				...(status === 405 && { headers: { Allow: header(headers.allow) } }),
				content: { 'application/problem+json': { schema: { $ref: `${SCHEMAS}Problem` } } }
			}
		])
	);
}

const header = (description: string, type = 'string') => ({ description, schema: { type } });
const headersOf = ({ headers }: ApiWords) => ({ ETag: header(headers.etag), Link: header(headers.link) });

/** The named schemas; where one has another as a part, by reference. */
function schemas(): Json {
	const registry = z.registry<{ id: string }>();
	const answers = OPERATION_IDS.map((id) => [OPERATIONS[id].named, OPERATIONS[id].answer] as const);
	for (const [id, schema] of [...answers, ...Object.entries(NAMED), ['Problem', Problem] as const])
		registry.add(schema, { id });
	const made = z.toJSONSchema(registry, { uri: (id) => SCHEMAS + id, override: loosen });
	return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, plain(schema)]));
}

/**
 * Later versions may add fields, so no reader is told that there are none; and a bound that only says what numbers a
 * computer can hold says nothing.
 */
function loosen({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
	if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
	if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	if (jsonSchema.format === 'date') delete jsonSchema.pattern;
}

/** Without what belongs to a schema that stands alone. */
function plain(schema: z.core.JSONSchema.BaseSchema): Json {
	return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}
