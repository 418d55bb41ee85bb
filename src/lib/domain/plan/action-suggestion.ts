/** What a closed result suggests to do: the most urgent steps (M9), then what is missing for the next stage (M8). */
import type { Action, ActionEntry } from './action.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { ResultView } from '#lib/domain/result/view.ts';

export interface Suggestion {
	item: string;
	criterionName: string;
	statement: string;
	/** what to do, from the instrument */
	title: string;
	/** the level reached now */
	from: Level;
	/** M9: whether it is among the most urgent steps */
	urgent: boolean;
	/** M8: the stage that the dimension is missing it for, where it does */
	forStage?: number;
}

/** Each item once, without those that an action already takes up. */
export function suggestionsOf(
	view: Pick<ResultView, 'steps' | 'dimensions'>,
	actions: readonly Pick<Action, 'items' | 'status'>[]
): Suggestion[] {
	const urgent = view.steps.map(({ item, criterionName, statement, action: title, from, forStage }): Suggestion => {
		return { item, criterionName, statement, title, from, urgent: true, ...(forStage !== undefined && { forStage }) };
	});
	const missing = view.dimensions.flatMap(({ missing, stage, criteria }) =>
		missing.map(({ item, criterion, statement, from, steps }): Suggestion => {
			const criterionName = criteria.find(({ id }) => id === criterion)?.name ?? '';
			return { item, criterionName, statement, title: steps[0] ?? '', from, urgent: false, forStage: (stage ?? 0) + 1 };
		})
	);
	const known = new Set(urgent.map(({ item }) => item));
	return [...urgent, ...missing.filter(({ item }) => !known.has(item))].filter(
		({ item, title }) => title !== '' && !isTakenUp(item, actions)
	);
}

/** Whether an action that has not been dropped is about the item. */
export function isTakenUp(item: string, actions: readonly Pick<Action, 'items' | 'status'>[]): boolean {
	return actionsOn(item, actions).length > 0;
}

/** The actions about an item, without those that have been dropped. */
export function actionsOn<A extends Pick<Action, 'items' | 'status'>>(item: string, actions: readonly A[]): A[] {
	return actions.filter(({ items, status }) => status !== 'dropped' && items.includes(item));
}

/** The action that a suggestion becomes; who does it by when is for the municipality to say. */
export function actionFrom({ item, title }: Suggestion): ActionEntry {
	return {
		...{ title, items: [item], owner: '', dueOn: null, status: 'open', effort: null, effect: null },
		...{ budgetProduct: '', notes: '', hurdles: [] }
	};
}
