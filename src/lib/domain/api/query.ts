/** What can be asked for in the address of a call. */
import { z } from 'zod';
import type { Refusal } from './problem.ts';
import { Measure } from '#lib/domain/disclosure/disclosure.ts';
import { Group } from '#lib/domain/disclosure/group.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';

/** Cells on a page, unless fewer or more are asked for; a release has about a thousand. */
export const PAGE_SIZE = 500;
export const PAGE_SIZE_MOST = 1_000;
const OFFSET_MOST = 100_000;

/** A whole number in an address. */
const whole = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value), schema);

export const CellQuery = z.strictObject({
	variant: Variant.optional(),
	group: Group.optional(),
	measure: Measure.optional(),
	limit: whole(z.int().min(1).max(PAGE_SIZE_MOST).default(PAGE_SIZE)),
	offset: whole(z.int().min(0).max(OFFSET_MOST).default(0))
});
export type CellQuery = z.infer<typeof CellQuery>;

export const NoQuery = z.strictObject({});

/** What is expected of a parameter, in words. */
export const EXPECTED: Record<keyof CellQuery, string> = {
	variant: 'Expected "full" or "short".',
	group: 'Expected a peer group, such as "all", "band:2", "kind:town", "state:05" or "band:2/kind:town".',
	measure: 'Expected "overall", "decision", "administration", "budget" or a criterion, such as "D1".',
	limit: `Expected a whole number from 1 to ${PAGE_SIZE_MOST}.`,
	offset: `Expected a whole number from 0 to ${OFFSET_MOST}.`
};

const isExpected = (name: string): name is keyof CellQuery => Object.hasOwn(EXPECTED, name);

/** The parameters of an address; one that is unknown, repeated or not as expected is refused by its name (400). */
export function readQuery<Schema extends z.ZodObject>(
	schema: Schema,
	asked: URLSearchParams
): z.infer<Schema> | Refusal {
	const known = Object.keys(schema.shape);
	const names = [...new Set(asked.keys())];
	const unknown = names.some((name) => !known.includes(name));
	const repeated = known.filter((name) => asked.getAll(name).length > 1);
	const entries = known.flatMap((name) => (asked.has(name) ? [[name, asked.get(name)] as const] : []));
	const parsed = schema.safeParse(Object.fromEntries(entries));
	const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
	const errors = [
		...repeated.map((parameter) => ({ parameter, detail: 'Expected once.' })),
		...[...new Set(wrong)].map((parameter) => ({
			parameter,
			detail: isExpected(parameter) ? EXPECTED[parameter] : 'Not as expected.'
		})),
		...(unknown ? [{ detail: expectedNames(known) }] : [])
	];
	return parsed.success && errors.length === 0 ? parsed.data : { refused: 400, errors };
}

function expectedNames(known: readonly string[]): string {
	return known.length === 0 ? 'There are no parameters here.' : `There are no parameters but ${known.join(', ')}.`;
}
