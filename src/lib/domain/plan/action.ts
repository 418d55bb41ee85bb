/** Actions ("Maßnahmen"): what a municipality does about a result, and in which order they are read. */
import type { DimensionId, Instrument } from '#lib/domain/instrument/instrument.ts';
import { criterionIdOf } from '#lib/domain/answering/question.ts';

export const ACTION_STATUSES = ['open', 'inProgress', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** The next steps that a board offers; any other is taken on the action's own page. */
export const MOVES: Record<ActionStatus, readonly ActionStatus[]> = {
	open: ['inProgress', 'done'],
	inProgress: ['done', 'open'],
	done: ['inProgress'],
	dropped: ['open']
};

/** Effort and effect: 1 small, 2 middling, 3 large. */
export const GRADES = [1, 2, 3] as const;
export type Grade = (typeof GRADES)[number];

/** A sentence or two, in characters: room for every step of the questionnaire. */
export const TITLE_MAXIMUM = 500;
/** Role and budget product, in characters. */
export const LINE_MAXIMUM = 120;

/** What is typed about an action. */
export interface ActionEntry {
	title: string;
	/** ids of the criteria and items that it is to improve */
	items: string[];
	/** a role or function, never a person's name; may be empty */
	owner: string;
	/** last day on which it is to be done; null where nobody has set one */
	dueOn: string | null;
	status: ActionStatus;
	/** null where nobody said */
	effort: Grade | null;
	effect: Grade | null;
	budgetProduct: string;
	notes: string;
	/** ids of the hurdles that it is to clear away */
	hurdles: string[];
}

export interface Action extends ActionEntry {
	id: string;
	createdOn: string;
	changedOn: string;
	/** counts up from 1 with every change */
	revision: number;
	/** the closed round after which somebody last said that it goes on */
	goesOnAfter: string | null;
}

/** The actions that name an item or its criterion, whatever their status. */
export function actionsNaming<A extends Pick<Action, 'items'>>(item: string, actions: readonly A[]): A[] {
	return actions.filter(({ items }) => items.includes(item) || items.includes(criterionIdOf(item)));
}

/** Whether there is still something to do. */
export function isPending({ status }: Pick<Action, 'status'>): boolean {
	return status === 'open' || status === 'inProgress';
}

/** Whether its day has passed while there is still something to do. */
export function isOverdue(action: Pick<Action, 'status' | 'dueOn'>, today: string): boolean {
	return isPending(action) && action.dueOn !== null && action.dueOn < today;
}

const NEVER = '9999-12-31';

/** Pending ones first, by day, those without one last; so what is overdue leads. Then what is done, then dropped. */
export function inOrder<A extends Action>(actions: readonly A[]): A[] {
	const rank = (action: A) => (isPending(action) ? 0 : ACTION_STATUSES.indexOf(action.status));
	return [...actions].sort(
		(a, b) =>
			rank(a) - rank(b) ||
			(a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER) ||
			a.title.localeCompare(b.title, 'de') ||
			a.id.localeCompare(b.id)
	);
}

export interface ActionFilter {
	status?: ActionStatus | undefined;
	dimension?: DimensionId | undefined;
	/** whose they are */
	owner?: string | undefined;
	/** overdue ones alone */
	overdue: boolean;
}

/** The filter in an address; what it does not know, it leaves out. */
export function readFilter(parameters: URLSearchParams, instrument: Instrument): ActionFilter {
	return {
		status: ACTION_STATUSES.find((status) => status === parameters.get('status')),
		dimension: instrument.dimensions.find(({ id }) => id === parameters.get('dimension'))?.id,
		owner: parameters.get('owner')?.trim() || undefined,
		overdue: parameters.get('overdue') === 'yes'
	};
}

export function filterActions<A extends Action>(
	actions: readonly A[],
	{ status, dimension, owner, overdue }: ActionFilter,
	instrument: Instrument,
	today: string
): A[] {
	return actions.filter(
		(action) =>
			(status === undefined || action.status === status) &&
			(dimension === undefined || dimensionsOf(action, instrument).includes(dimension)) &&
			(owner === undefined || sameOwner(action.owner, owner)) &&
			(!overdue || isOverdue(action, today))
	);
}

const sameOwner = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Everybody who is responsible for something, once and by name. */
export function ownersOf(actions: readonly Pick<Action, 'owner'>[]): string[] {
	const owners: string[] = [];
	for (const { owner } of actions) if (owner && !owners.some((one) => sameOwner(one, owner))) owners.push(owner);
	return owners.sort((a, b) => a.localeCompare(b, 'de'));
}

/** The dimensions that its criteria and items belong to. */
export function dimensionsOf({ items }: Pick<Action, 'items'>, instrument: Instrument): DimensionId[] {
	return instrument.dimensions
		.filter(({ criteria }) =>
			criteria.some((criterion) => [criterion, ...criterion.items].some(({ id }) => items.includes(id)))
		)
		.map(({ id }) => id);
}
