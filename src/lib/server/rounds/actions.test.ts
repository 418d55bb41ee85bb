import { describe, expect, test } from 'vitest';
import { readAction, EMPTY_ACTION } from '#lib/domain/plan/action-form.ts';
import { actionsOn } from '#lib/domain/plan/action-suggestion.ts';
import type { ActionEntry } from '#lib/domain/plan/action.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../tests/support/town-hall.ts';
import {
	addAction,
	changeAction,
	deleteAction,
	findAction,
	findActions,
	findStatusChanges,
	reviewActions,
	takeUp
} from './actions.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { actionChange } from '#lib/server/db/schema-rounds.ts';

const KIM = 'kim@musterau.example';
const { key } = roundPlace;
const deed = { key, userId: KIM, today: '2027-03-01' };
const foreign = { ...deed, key: '05999002' };

function entry(changes: Partial<ActionEntry> = {}): ActionEntry {
	const read = readAction({ ...EMPTY_ACTION, title: 'Richtlinie beschließen' }, currentInstrument().instrument);
	if ('wrong' in read) throw new Error(read.wrong.join());
	return { ...read, ...changes };
}

async function town() {
	const db = openTemporaryDatabase();
	await makeRound(db);
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
	return db;
}

describe('the plan of a municipality', () => {
	test('keeps an action with each change of its status, and notes what was done', async () => {
		const db = await town();
		const id = await addAction(db, entry(), deed);
		await changeAction(db, { id, revision: 1 }, entry({ owner: 'Kämmerei' }), deed);
		await changeAction(db, { id, revision: 2 }, { status: 'done' }, { ...deed, today: '2027-04-01' });
		expect(findAction(db, key, id)).toMatchObject({ status: 'done', createdOn: '2027-03-01', changedOn: '2027-04-01' });
		expect(findStatusChanges(db, { id })).toEqual([
			{ id: 1, day: '2027-03-01', by: KIM, from: undefined, to: 'open' },
			{ id: 2, day: '2027-04-01', by: KIM, from: 'open', to: 'done' }
		]);
		const events = (await findAudit(db, key)).map(({ event, subject }) => [event, subject]);
		expect(events.filter(([, subject]) => subject === id)).toEqual([
			['action_changed', id],
			['action_changed', id],
			['action_added', id]
		]);
	});

	test('of two changes of the same state keeps the first and tells the other what stands', async () => {
		const db = await town();
		const id = await addAction(db, entry(), deed);
		const read = { id, revision: 1 };
		const mine = entry({ owner: 'Kämmerei', status: 'inProgress' });
		const refused = await Promise.all([
			changeAction(db, read, mine, deed),
			changeAction(db, read, entry({ owner: 'Bauamt' }), deed),
			changeAction(db, read, mine, deed)
		]);
		const stored = findAction(db, key, id);
		expect(stored).toMatchObject({ owner: 'Kämmerei', revision: 2 });
		expect(refused).toEqual([undefined, { refused: 'conflict', stored }, undefined]);
		expect(findStatusChanges(db, { id })).toHaveLength(2);
	});

	test('notes after a round what became of actions, and leaves alone what another has changed', async () => {
		const db = await town();
		const [first, second, third] = await Promise.all([1, 2, 3].map(() => addAction(db, entry(), deed)));
		if (!first || !second || !third) throw new Error('Three were added');
		await changeAction(db, { id: third, revision: 1 }, { owner: 'Bauamt' }, deed);
		const reviews = [
			{ id: first, revision: 1, review: 'done' },
			{ id: second, revision: 1, review: 'goesOn' },
			{ id: third, revision: 1, review: 'dropped' },
			{ id: 'nobody', revision: 1, review: 'done' }
		] as const;
		expect(await reviewActions(db, 'round', reviews, foreign)).toBe(0);
		expect(await reviewActions(db, 'round', reviews, deed)).toBe(1);
		const found = (id: string) => findAction(db, key, id);
		expect(found(first)).toMatchObject({ status: 'done', revision: 2 });
		expect(found(second)).toMatchObject({ status: 'open', goesOnAfter: 'round' });
		expect(found(third)).toMatchObject({ status: 'open', goesOnAfter: null, owner: 'Bauamt' });
	});

	test('takes up a suggestion once, however often it is sent', async () => {
		const db = await town();
		const suggested = entry({ items: ['D1.1'] });
		const take = () => takeUp(db, suggested, (actions) => actionsOn('D1.1', actions), deed);
		const [id, again] = await Promise.all([take(), take()]);
		expect(again).toBe(id);
		expect(findActions(db, key)).toHaveLength(1);
	});

	test('deletes an action with its history', async () => {
		const db = await town();
		const id = await addAction(db, entry(), deed);
		expect(await deleteAction(db, { id, revision: 1 }, deed)).toBeUndefined();
		expect(findActions(db, key)).toEqual([]);
		expect(db.read.select().from(actionChange).all()).toEqual([]);
		expect((await findAudit(db, key))[0]).toMatchObject({ event: 'action_deleted', subject: id });
	});

	test('deletes nothing that somebody has changed since it was read', async () => {
		const db = await town();
		const id = await addAction(db, entry(), deed);
		await changeAction(db, { id, revision: 1 }, { owner: 'Bauamt' }, deed);
		expect(await deleteAction(db, { id, revision: 1 }, deed)).toMatchObject({
			refused: 'conflict',
			stored: { owner: 'Bauamt', revision: 2 }
		});
		expect(findAction(db, key, id)?.owner).toBe('Bauamt');
		expect(await deleteAction(db, { id, revision: 2 }, deed)).toBeUndefined();
		expect(findAction(db, key, id)).toBeUndefined();
	});

	test('is out of reach for another municipality', async () => {
		const db = await town();
		const id = await addAction(db, entry(), deed);
		expect(findAction(db, foreign.key, id)).toBeUndefined();
		expect(findActions(db, foreign.key)).toEqual([]);
		expect(await changeAction(db, { id, revision: 1 }, entry({ title: 'fremd' }), foreign)).toEqual({
			refused: 'unknown'
		});
		expect(await deleteAction(db, { id, revision: 1 }, foreign)).toEqual({ refused: 'unknown' });
		expect(findAction(db, key, id)?.title).toBe('Richtlinie beschließen');
	});
});
