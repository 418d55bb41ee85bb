import { z } from 'zod';
import { Text } from '#lib/domain/instrument/schema.ts';

/** `whole` and `decimal` are numbers without and with one decimal, `date` is `YYYY-MM-DD`. */
export const VariableType = z.enum(['text', 'date', 'whole', 'decimal']);
export type VariableType = z.infer<typeof VariableType>;

/** One value that a variable can have, and what it stands for. */
export const CodedValue = z.strictObject({
	value: z.union([z.string(), z.number()]),
	label: Text,
	meaning: Text.optional()
});
export type CodedValue = z.infer<typeof CodedValue>;

/** One variable as a codebook describes it. */
export const Variable = z.strictObject({
	name: z.string(),
	/** short enough for the labels of statistics programs */
	label: Text,
	description: Text.optional(),
	type: VariableType,
	/** null for what has none */
	unit: Text.nullable(),
	/** smallest and largest possible value; null where there is no such thing */
	range: z.strictObject({ from: z.number(), to: z.number().nullable() }).nullable(),
	/** all possible values where they are countable, else none */
	values: z.array(CodedValue),
	/** when there is no value, and how that looks */
	missing: Text,
	/** how the value comes about, by the numbers of the rules on the page about the method and of disclosure control */
	source: z.strictObject({ rules: z.array(z.string().regex(/^[MD]\d+$/)).min(1), text: Text })
});
export type Variable = z.infer<typeof Variable>;
