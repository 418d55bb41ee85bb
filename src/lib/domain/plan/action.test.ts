import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import {
	ACTION_STATUSES,
	actionsNaming,
	filterActions,
	inOrder,
	isOverdue,
	MOVES,
	ownersOf,
	readFilter,
	type Action
} from './action.ts';
import { differingFields, EMPTY_ACTION, readAction, typedFromAction, type TypedAction } from './action-form.ts';

const { instrument } = currentInstrument();
const TODAY = '2027-03-01';

const made = (id: string, changes: Partial<Action> = {}): Action => ({
	...{ id, title: id, items: [], owner: '', dueOn: null, status: 'open', effort: null, effect: null },
	...{ budgetProduct: '', notes: '', hurdles: [], createdOn: TODAY, changedOn: TODAY },
	...{ revision: 1, goesOnAfter: null },
	...changes
});
const idsOf = (actions: Action[]) => actions.map(({ id }) => id);

describe('an action', () => {
	test.each([
		['open', '2027-02-28', true],
		['inProgress', '2027-02-28', true],
		['open', TODAY, false],
		['open', null, false],
		['done', '2027-02-28', false],
		['dropped', '2027-02-28', false]
	] as const)('that is %s and due on %s is overdue: %s', (status, dueOn, overdue) => {
		expect(isOverdue({ status, dueOn }, TODAY)).toBe(overdue);
	});

	test('comes the earlier the sooner it is due; what is done and dropped comes last', () => {
		const actions = [
			made('dropped', { status: 'dropped', dueOn: '2026-01-01' }),
			made('done', { status: 'done', dueOn: '2026-01-01' }),
			made('without'),
			made('later', { dueOn: '2027-04-01', status: 'inProgress' }),
			made('overdue', { dueOn: '2027-02-01' })
		];
		expect(idsOf(inOrder(actions))).toEqual(['overdue', 'later', 'without', 'done', 'dropped']);
	});
});

test('the actions that name an item, or its criterion, are known for it', () => {
	const actions = [
		made('item', { items: ['D1.1'] }),
		made('criterion', { items: ['B2', 'D1'] }),
		made('other', { items: ['D1.2'] })
	];
	expect(idsOf(actionsNaming('D1.1', actions))).toEqual(['item', 'criterion']);
});

test('everybody who is responsible is named once, however it was typed', () => {
	const owners = ['Kämmerei', '', 'Bauamt', 'kämmerei', 'Ämter'];
	expect(ownersOf(owners.map((owner) => ({ owner })))).toEqual(['Ämter', 'Bauamt', 'Kämmerei']);
});

test('a board leads from every status on, and from everything that has ended back', () => {
	for (const status of ACTION_STATUSES) expect(MOVES[status]).not.toContain(status);
	expect(ACTION_STATUSES.filter((status) => MOVES[status].length === 0)).toEqual([]);
});

describe('the filter', () => {
	const actions = [
		made('criterion', { items: ['D1'], dueOn: '2027-02-01' }),
		made('item', { items: ['D1.2'], status: 'done', owner: 'Kämmerei' }),
		made('nothing', { dueOn: '2027-02-01' })
	];
	const shown = (query: string) =>
		idsOf(filterActions(actions, readFilter(new URLSearchParams(query), instrument), instrument, TODAY));

	test.each([
		['', ['criterion', 'item', 'nothing']],
		['status=done', ['item']],
		['dimension=decision', ['criterion', 'item']],
		['dimension=budget', []],
		['owner=k%C3%A4mmerei', ['item']],
		['owner=', ['criterion', 'item', 'nothing']],
		['overdue=yes', ['criterion', 'nothing']],
		['dimension=decision&overdue=yes', ['criterion']],
		['status=nonsense&dimension=nonsense&overdue=maybe', ['criterion', 'item', 'nothing']]
	])('"%s" shows %j', (query, ids) => expect(shown(query)).toEqual(ids));
});

describe('the form of an action', () => {
	const wrongIn = (changes: Partial<TypedAction>) =>
		readAction({ ...EMPTY_ACTION, title: 'x', ...changes }, instrument);

	test('gives back what it was given', () => {
		const typed: TypedAction = {
			...{ title: 'Richtlinie beschließen', items: ['D1', 'D1.2'], owner: 'Kämmerei', dueOn: '2027-06-30' },
			...{ status: 'inProgress', effort: '1', effect: '3', budgetProduct: '51.10', notes: 'a\nb' },
			hurdles: ['H05']
		};
		const entry = readAction(typed, instrument);
		if ('wrong' in entry) throw new Error(entry.wrong.join());
		expect(entry).toMatchObject({ dueOn: '2027-06-30', effort: 1, effect: 3 });
		expect(typedFromAction(entry)).toEqual(typed);
	});

	test('tells two states apart by the fields that differ, whatever the order of choices', () => {
		const one = { ...EMPTY_ACTION, items: ['D1', 'D2'] };
		expect(differingFields(one, { ...one, items: ['D2', 'D1'] })).toEqual([]);
		expect(differingFields(one, { ...one, hurdles: ['H05'], title: 'x' })).toEqual(['title', 'hurdles']);
	});

	test('needs a title alone', () => {
		expect(readAction(EMPTY_ACTION, instrument)).toEqual({ wrong: ['title'] });
		expect(wrongIn({})).toMatchObject({ title: 'x', dueOn: null, effort: null, status: 'open' });
	});

	test.each([
		['title', 'x'.repeat(501)],
		['owner', 'x'.repeat(121)],
		['dueOn', '31.12.2027'],
		['dueOn', '0227-01-01'],
		['status', 'late'],
		['effort', '4'],
		['effect', 'large'],
		['budgetProduct', 'x'.repeat(121)],
		['notes', 'x'.repeat(2001)]
	] as const)('refuses a %s of "%.12s"', (field, value) => {
		expect(wrongIn({ [field]: value })).toEqual({ wrong: [field] });
	});

	test('leaves out criteria and hurdles that do not exist, and doubles', () => {
		expect(wrongIn({ items: ['D1', 'X9', 'D1'] })).toMatchObject({ items: ['D1'] });
		expect(wrongIn({ hurdles: ['H99', 'H05', 'H05'] })).toMatchObject({ hurdles: ['H05'] });
	});
});

test('every step of the questionnaire has room as a title', () => {
	const steps = instrument.dimensions.flatMap(({ criteria }) => criteria.flatMap(({ items }) => items));
	const titles = steps.flatMap(({ next }) => next.flatMap(({ de, en }) => [de, en]));
	expect(titles.filter((title) => 'wrong' in readAction({ ...EMPTY_ACTION, title }, instrument))).toEqual([]);
});
