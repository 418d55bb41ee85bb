/** Says in plain words what a Zod issue means to someone who edits texts. */
import type { z } from 'zod';
import type { Text } from '#lib/domain/instrument.ts';

export function schemaReason(issue: z.core.$ZodIssue): Text {
	if (issue.code === 'unrecognized_keys') {
		const keys = issue.keys.join(', ');
		return { de: `Unbekannter Eintrag: ${keys}.`, en: `Unknown entry: ${keys}.` };
	}
	if (issue.code === 'invalid_type' || issue.code === 'invalid_union') return typeReason(issue);
	if (issue.code === 'too_small' || issue.code === 'too_big') return sizeReason(issue);
	if (issue.code === 'invalid_value') {
		const values = issue.values.map(String).join(', ');
		return { de: `Erlaubt ist hier nur: ${values}.`, en: `Only these are allowed here: ${values}.` };
	}
	if (issue.code === 'invalid_format') {
		const pattern = String(issue.pattern);
		return { de: `Die Form stimmt nicht (${pattern}).`, en: `The form is wrong (${pattern}).` };
	}
	return { de: issue.message, en: issue.message };
}

const KINDS: Record<string, Text> = {
	string: { de: 'ein Text', en: 'a text' },
	number: { de: 'eine Zahl', en: 'a number' },
	int: { de: 'eine ganze Zahl', en: 'a whole number' },
	boolean: { de: 'true oder false', en: 'true or false' },
	array: { de: 'eine Liste', en: 'a list' },
	object: { de: 'eine Gruppe von Einträgen', en: 'a group of entries' }
};

function typeReason(issue: z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidUnion): Text {
	const name = String(issue.path.at(-1) ?? '');
	if (issue.input === undefined) return { de: `Der Eintrag „${name}“ fehlt.`, en: `The entry “${name}” is missing.` };
	const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
	if (!kind) return { de: `„${name}“ hat keinen erlaubten Wert.`, en: `“${name}” has no allowed value.` };
	return { de: `„${name}“ muss ${kind.de} sein.`, en: `“${name}” must be ${kind.en}.` };
}

function sizeReason(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text {
	const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
	if (issue.origin === 'string') return { de: 'Der Text ist leer.', en: 'The text is empty.' };
	const de = issue.exact ? 'Genau' : issue.code === 'too_small' ? 'Mindestens' : 'Höchstens';
	const en = issue.exact ? 'Exactly' : issue.code === 'too_small' ? 'At least' : 'At most';
	const found = Array.isArray(issue.input) ? issue.input.length : String(issue.input);
	return {
		de: `${de} ${limit} Einträge sind nötig, hier sind es ${found}.`,
		en: `${en} ${limit} entries are needed; here there are ${found}.`
	};
}
