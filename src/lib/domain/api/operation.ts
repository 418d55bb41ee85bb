/** What the public interface can be asked: one list for its description, its page, and the test that calls it. */
import { z } from 'zod';
import { AssociationList, CellPage, GroupList, ReleaseAbout, ReleaseList } from './answer.ts';
import type { ProblemStatus } from './problem-kinds.ts';
import { CellQuery, NoQuery } from './query.ts';
import { Codebook } from '#lib/domain/codebook/codebook.ts';
import { ReleaseContent } from '#lib/domain/disclosure/release.ts';

/** Of the interface; the first number stands in its addresses. */
export const API_VERSION = '1.1.0';
export const API_BASE = '/api/v1';
/** So long a copy may be used before it is asked after: a release never changes, but can be taken back. In seconds. */
export const COPY_SECONDS = 300;
/** Calls that one address may make in a minute. */
export const CALLS_PER_MINUTE = 300;

/** The description of the interface, of which little is said here. */
const Description = z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) });

/** An operation, always by GET. */
export interface Operation {
	/** below `API_BASE`, with its path parameters in braces */
	path: string;
	/** name of the answer's schema in the description */
	named: string;
	answer: z.ZodType;
	/** parts of the path, all of them needed */
	parts: z.ZodObject;
	/** what may follow the question mark, none of it needed */
	query: z.ZodObject;
	/** what can go wrong besides what can everywhere */
	refusals: readonly ProblemStatus[];
	/** of a call: path and query */
	example: string;
}

const NoParts = z.strictObject({});
const Number = z.strictObject({ number: ReleaseContent.shape.number });

export const OPERATIONS = {
	listReleases: {
		path: '/releases',
		named: 'ReleaseList',
		answer: ReleaseList,
		parts: NoParts,
		query: NoQuery,
		refusals: [],
		example: '/releases'
	},
	getRelease: {
		path: '/releases/{number}',
		named: 'ReleaseAbout',
		answer: ReleaseAbout,
		parts: Number,
		query: NoQuery,
		refusals: [404, 410],
		example: '/releases/1'
	},
	listGroups: {
		path: '/releases/{number}/groups',
		named: 'GroupList',
		answer: GroupList,
		parts: Number,
		query: NoQuery,
		refusals: [404, 410],
		example: '/releases/1/groups'
	},
	listCells: {
		path: '/releases/{number}/cells',
		named: 'CellPage',
		answer: CellPage,
		parts: Number,
		query: CellQuery,
		refusals: [404, 410],
		example: '/releases/1/cells?group=all&measure=overall'
	},
	listAssociations: {
		path: '/releases/{number}/associations',
		named: 'AssociationList',
		answer: AssociationList,
		parts: Number,
		query: NoQuery,
		refusals: [404, 410],
		example: '/releases/1/associations'
	},
	getCodebook: {
		path: '/codebook',
		named: 'Codebook',
		answer: Codebook,
		parts: NoParts,
		query: NoQuery,
		refusals: [],
		example: '/codebook'
	},
	getDescription: {
		path: '/openapi.json',
		named: 'Description',
		answer: Description,
		parts: NoParts,
		query: NoQuery,
		refusals: [],
		example: '/openapi.json'
	}
} satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;
export const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[];

/** What can go wrong with an operation, every call being counted and every parameter read. */
export function refusalsOf({ refusals }: Operation): ProblemStatus[] {
	return [400, ...refusals, 405, 429, 500];
}
