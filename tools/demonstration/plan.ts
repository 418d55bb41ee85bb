/** The plan of the demonstration's town: what its last closed round suggests, and how far it has come with that. */
import { actionFrom, suggestionsOf } from '#lib/domain/plan/action-suggestion.ts';
import type { ActionEntry, ActionStatus } from '#lib/domain/plan/action.ts';
import { addDays } from '#lib/domain/day.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { addAction, changeAction } from '#lib/server/rounds/actions.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findShownHurdles } from '#lib/server/rounds/hurdles.ts';
import { frozenRound } from '#lib/server/rounds/round-results.ts';
import { readRound } from '#lib/server/rounds/rounds.ts';

/** Days from today until it is due, and what was done about it on which day before today. */
const COURSES: { owner: string; due: number | null; steps: [ActionStatus, number][]; more?: Partial<ActionEntry> }[] = [
	{ owner: 'Stabsstelle Nachhaltigkeit', due: -14, steps: [['inProgress', 70], ['done', 20]], more: { effort: 1, effect: 3 } }, // prettier-ignore
	{ owner: 'Kämmerei', due: 45, steps: [['inProgress', 40]], more: { effort: 3, effect: 3, budgetProduct: '11.12.01' } }, // prettier-ignore
	{ owner: 'Hauptamt', due: -5, steps: [['inProgress', 60]], more: { effort: 2, effect: 2, notes: 'Entwurf liegt vor.' } }, // prettier-ignore
	{ owner: 'Stadtplanung', due: 150, steps: [] },
	{ owner: '', due: null, steps: [] },
	{ owner: 'Hauptamt', due: null, steps: [['dropped', 30]] }
];
/** Days before today on which all were taken up. */
const TAKEN_UP = 85;

export interface PlanOrder {
	key: string;
	/** the closed round that it rests on */
	roundId: string;
	userId: string;
	instrument: Instrument;
	today: string;
}

export async function makePlan(db: Db, { key, roundId, userId, instrument, today }: PlanOrder): Promise<void> {
	const round = readRound(db.read, roundId);
	if (!round) throw new Error('There is no such round');
	const view = resultView(teamSource(instrument, frozenRound(round)), 'de');
	const [hurdle] = findShownHurdles(db, round, instrument);
	for (const [index, suggestion] of suggestionsOf(view, []).slice(0, COURSES.length).entries()) {
		const { owner = '', due = null, steps = [], more } = COURSES[index] ?? {};
		const dueOn = due === null ? null : addDays(today, due);
		const hurdles = index === 1 && hurdle ? [hurdle.id] : [];
		const deed = { key, userId, today: addDays(today, -TAKEN_UP) };
		const id = await addAction(db, { ...actionFrom(suggestion), owner, dueOn, hurdles, ...more }, deed);
		for (const [step, [status, daysAgo]] of steps.entries())
			await changeAction(db, { id, revision: step + 1 }, { status }, { ...deed, today: addDays(today, -daysAgo) });
	}
}
