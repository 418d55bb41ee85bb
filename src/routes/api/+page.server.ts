import {
	API_BASE,
	CALLS_PER_MINUTE,
	COPY_SECONDS,
	OPERATION_IDS,
	OPERATIONS,
	refusalsOf,
	type Operation
} from '#lib/domain/api/operation.ts';
import { PROBLEMS } from '#lib/domain/api/problem-kinds.ts';
import { problemOf, type Refusal } from '#lib/domain/api/problem.ts';
import { EXPECTED } from '#lib/domain/api/query.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exampleAnswer, operationWords, parameterWords } from './description.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

const INDENT = 2;

export const load: PageServerLoad = ({ url }) => {
	const locale = getLocale();
	const parameter = (needed: boolean) => (name: string) => ({ name, needed, meaning: parameterWords(name, locale) });
	const problem: Refusal = { refused: 400, errors: [{ parameter: 'limit', detail: EXPECTED.limit }] };
	return {
		base: url.origin + API_BASE,
		calls: CALLS_PER_MINUTE,
		minutes: COPY_SECONDS / 60,
		operations: OPERATION_IDS.map((id) => {
			const operation: Operation = OPERATIONS[id];
			const example = exampleAnswer(id);
			return {
				id,
				...operationWords(id, locale),
				path: API_BASE + operation.path,
				parameters: [
					...Object.keys(operation.parts.shape).map(parameter(true)),
					...Object.keys(operation.query.shape).map(parameter(false))
				],
				example: url.origin + API_BASE + operation.example,
				answer: example === undefined ? undefined : JSON.stringify(example, null, INDENT),
				refusals: refusalsOf(operation).map((status) => ({ status, id: PROBLEMS[status].id }))
			};
		}),
		problem: JSON.stringify(problemOf(problem, url.origin), null, INDENT)
	};
};
