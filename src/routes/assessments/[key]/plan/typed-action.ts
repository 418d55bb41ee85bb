import type { TypedAction } from '#lib/domain/plan/action-form.ts';

/** An action as it was posted. */
export function typedAction(form: FormData): TypedAction {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		...{ title: text('title'), owner: text('owner'), dueOn: text('dueOn'), status: text('status') },
		items: form.getAll('items').map(String),
		...{ effort: text('effort'), effect: text('effect') },
		...{ budgetProduct: text('budgetProduct'), notes: text('notes') },
		hurdles: form.getAll('hurdles').map(String)
	};
}
