/** The file that `npm run score` reads, and sentences about what is wrong in it. */
import { z } from 'zod';
import { ScoreCase } from './score-case.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** More faults than this are counted, not told one by one. */
const FAULTS_NAMED = 10;

/**
 * The cases in a file's text, which is JSON with or without a byte order mark.
 * @throws {Error} saying what is wrong, in which case, and where in it
 */
export function parseCases(text: string): ScoreCase[] {
	const content = jsonOf(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
	const cases = z.array(ScoreCase).safeParse(content, { reportInput: true });
	if (cases.success) return cases.data;
	const faults = cases.error.issues.slice(0, FAULTS_NAMED).map((issue) => `- ${sentenceAbout(issue, content)}`);
	const more = cases.error.issues.length - faults.length;
	if (more > 0) faults.push(`- and ${more} more`);
	throw new Error(faults.join('\n'));
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`It is not JSON in UTF-8: ${(error as Error).message}`, { cause: error });
	}
}

function sentenceAbout(issue: z.core.$ZodIssue, content: unknown): string {
	const [index, ...path] = issue.path;
	const place = path.length > 0 ? `${z.core.toDotPath(path)}: ` : '';
	const owner = typeof index === 'number' ? `case ${nameOf(index, content)}: ` : '';
	return owner + place + messageOf(issue);
}

/** By its id, where it has one; the first is number 1. */
function nameOf(index: number, content: unknown): string {
	const { id } = (content as ({ id?: unknown } | null)[])[index] ?? {};
	return typeof id === 'string' ? `"${id}" (number ${index + 1})` : `number ${index + 1}`;
}

/** A union only says that nothing fits; what could have is in the faults of its parts. */
function messageOf(issue: z.core.$ZodIssue): string {
	if (issue.code !== 'invalid_union') return issue.message;
	const parts = (issue.errors as z.core.$ZodIssue[][]).flat();
	const allowed = parts.flatMap((part) => (part.code === 'invalid_value' ? part.values : []));
	return `expected one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}, received ${JSON.stringify(issue.input)}`;
}
