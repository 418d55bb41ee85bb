/** An action's fields in words, for whoever compares two states. */
import { formatDay } from '#lib/components/format.ts';
import { ACTION_STATUSES, GRADES } from '#lib/domain/plan/action.ts';
import type { ActionField, TypedAction } from '#lib/domain/plan/action-form.ts';
import * as m from '#lib/paraglide/messages.js';
import type { DimensionChoice, HurdleChoice } from './plan-names.ts';
import { gradeNames, statusNames } from './status-words.ts';

export const fieldNames: Record<ActionField, () => string> = {
	title: m.plan_field_title,
	owner: m.plan_field_owner,
	dueOn: m.plan_field_due,
	status: m.plan_status,
	items: m.plan_field_items,
	hurdles: m.plan_field_hurdles,
	effort: m.plan_field_effort,
	effect: m.plan_field_effect,
	budgetProduct: m.plan_field_budget,
	notes: m.plan_field_notes
};

export interface Names {
	choices: DimensionChoice[];
	hurdles: HurdleChoice[];
}

/** What a field holds; empty where it holds nothing. */
export function fieldText(field: ActionField, typed: TypedAction, { choices, hurdles }: Names): string {
	switch (field) {
		case 'items':
			return choices
				.flatMap(({ criteria }) => criteria.flatMap((criterion) => [criterion, ...criterion.items]))
				.flatMap(({ id, name }) => (typed.items.includes(id) ? [name] : []))
				.join(' · ');
		case 'hurdles':
			return hurdles.flatMap(({ id, name }) => (typed.hurdles.includes(id) ? [name] : [])).join(' · ');
		case 'status':
			return nameOf(ACTION_STATUSES, statusNames, typed.status);
		case 'effort':
		case 'effect':
			return nameOf(GRADES, gradeNames, typed[field]);
		case 'dueOn':
			return typed.dueOn && formatDay(typed.dueOn);
		default:
			return typed[field];
	}
}

function nameOf<Value extends string | number>(
	values: readonly Value[],
	names: Record<Value, () => string>,
	typed: string
): string {
	const value = values.find((one) => String(one) === typed);
	return value === undefined ? '' : names[value]();
}
