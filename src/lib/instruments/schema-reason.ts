/** Says in plain words what a Zod issue means to someone who edits texts. */
import type { z } from 'zod';
import type { Text } from '#lib/domain/instrument/instrument.ts';

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
	if (issue.code === 'invalid_format' || issue.code === 'invalid_key') return formReason(issue);
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
	const name = issue.path.at(-1);
	if (name === undefined) return { de: 'Die Datei ist leer oder eine Liste.', en: 'The file is empty or a list.' };
	const entry = String(name);
	if (issue.input === undefined) return { de: `Der Eintrag „${entry}“ fehlt.`, en: `The entry “${entry}” is missing.` };
	const kind = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined;
	if (!kind) return { de: `„${entry}“ hat keinen erlaubten Wert.`, en: `“${entry}” has no allowed value.` };
	return { de: `„${entry}“ muss ${kind.de} sein.`, en: `“${entry}” must be ${kind.en}.` };
}

/** Only ids and versions have a form. */
function formReason(issue: z.core.$ZodIssue): Text {
	const found = String(issue.input ?? issue.path.at(-1));
	return {
		de: `„${found}“ hat nicht die richtige Form (Kriterium wie D1, Aussage wie D1.2, Fassung wie 1.0.0).`,
		en: `“${found}” does not have the right form (criterion like D1, item like D1.2, version like 1.0.0).`
	};
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
