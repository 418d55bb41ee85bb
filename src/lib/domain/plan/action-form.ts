/** An action as a form holds it: text, and named like its fields. */
import { z } from 'zod';
import { ACTION_STATUSES, GRADES, LINE_MAXIMUM, TITLE_MAXIMUM, type ActionEntry, type Grade } from './action.ts';
import { TEXT_MAXIMUM } from '#lib/domain/answering/answer-limits.ts';
import { criteriaOf, type Instrument } from '#lib/domain/instrument/instrument.ts';

export interface TypedAction {
	title: string;
	items: string[];
	owner: string;
	/** a day, or empty */
	dueOn: string;
	status: string;
	/** a grade, or empty */
	effort: string;
	effect: string;
	budgetProduct: string;
	notes: string;
	hurdles: string[];
}
export type ActionField = keyof TypedAction;

export const EMPTY_ACTION: TypedAction = {
	...{
		title: '',
		items: [],
		owner: '',
		dueOn: '',
		status: 'open',
		effort: '',
		effect: '',
		budgetProduct: '',
		notes: '',
		hurdles: []
	}
};

const line = z.string().trim().max(LINE_MAXIMUM);
const grade = z.enum(['', ...GRADES.map(String)]).transform((typed) => (typed ? (Number(typed) as Grade) : null));
/** Years of more than four digits, or long past, are slips. */
const day = z.iso.date().refine((typed) => typed >= '2000-01-01' && typed <= '2099-12-31');

const typedFor = (instrument: Instrument) => {
	const known = new Set(criteriaOf(instrument).flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]));
	const hurdles = new Set(instrument.hurdles.map(({ id }) => id));
	const choiceOf = (ids: ReadonlySet<string>) =>
		z.array(z.string()).transform((chosen) => [...new Set(chosen)].filter((id) => ids.has(id)));
	return z.object({
		title: z.string().trim().min(1).max(TITLE_MAXIMUM),
		items: choiceOf(known),
		owner: line,
		dueOn: z.union([z.literal('').transform(() => null), day]),
		status: z.enum(ACTION_STATUSES),
		effort: grade,
		effect: grade,
		budgetProduct: line,
		notes: z.string().trim().max(TEXT_MAXIMUM),
		hurdles: choiceOf(hurdles)
	});
};

/** The action, or the fields that cannot be accepted, in their order. What the instrument does not know is left out. */
export function readAction(typed: TypedAction, instrument: Instrument): ActionEntry | { wrong: ActionField[] } {
	const read = typedFor(instrument).safeParse(typed);
	if (read.success) return read.data;
	return { wrong: [...new Set(read.error.issues.map(({ path }) => path[0] as ActionField))] };
}

/** An action that somebody else has changed meanwhile. */
export interface ActionConflict {
	stored: TypedAction;
	/** what was typed, or read before deleting it */
	mine: TypedAction;
	/** in which they differ */
	fields: ActionField[];
}

export function conflictOf(stored: TypedAction, mine: TypedAction): ActionConflict {
	return { stored, mine, fields: differingFields(stored, mine) };
}

/** The fields in which two states of an action differ, in their order. */
export function differingFields(one: TypedAction, other: TypedAction): ActionField[] {
	const words = (value: string | string[]) => (typeof value === 'string' ? value : value.toSorted().join());
	return (Object.keys(EMPTY_ACTION) as ActionField[]).filter((field) => words(one[field]) !== words(other[field]));
}

/** An action as the form shows it. */
export function typedFromAction({ dueOn, effort, effect, ...rest }: ActionEntry): TypedAction {
	const { title, items, owner, status, budgetProduct, notes, hurdles } = rest;
	return {
		...{ title, items, owner, status, budgetProduct, notes, hurdles },
		...{ dueOn: dueOn ?? '', effort: String(effort ?? ''), effect: String(effect ?? '') }
	};
}
