import { beforeEach, describe, expect, test } from 'vitest';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { Target } from '#lib/domain/result/target.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { requireMade } from '../../../../tests/support/answered-round.ts';
import { roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../tests/support/town-hall.ts';
import { makeClosedRound } from '../../../../tests/support/closed-round.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { replayAll } from '#lib/server/replays.ts';
import { frozenRound, targetedRound } from './round-results.ts';
import { findFormerTargets, findTargets, saveTargets } from './round-targets.ts';
import { deleteRound } from './rounds.ts';

const { instrument } = currentInstrument();
const KIM = 'kim@musterau.example';
const deed = { userId: KIM, today: '2027-02-01' };
const FIVE: Target = { target: 5, targetYear: 2035 };
const people = Array.from({ length: 8 }, (_, index) => ((index % 2) + 2) as Level);

let db: ReturnType<typeof openTemporaryDatabase>;
let id: string;
beforeEach(async () => {
	db = openTemporaryDatabase();
	id = await makeClosedRound(db, people, { closedOn: '2027-01-15' });
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
});
const set = (target: Target, before = {}) => saveTargets(db, id, before, [{ criterion: 'D1', target }], deed);

describe('targets of a closed round (M9)', () => {
	test('change its priorities and nothing that was frozen', async () => {
		const before = frozenRound(requireMade(db, id));
		expect(await set(FIVE)).toBeUndefined();
		const round = requireMade(db, id);
		const { inputs, priorities, result } = targetedRound(db, round, instrument);
		expect(inputs.criteria.D1).toEqual({ target: 5, targetYear: 2035 });
		expect(priorities[0]).toMatchObject({ criterion: 'D1', target: 5, set: true, gap: 2.5 });
		expect(result).toEqual(before.result);
		expect(frozenRound(round)).toEqual(before);
		expect([...replayAll(db.read)]).toEqual([{ id, problems: [] }]);
		expect((await findAudit(db, roundPlace.key))[0]).toMatchObject({ event: 'targets_set', subject: id, by: KIM });
	});

	test('are changed and removed', async () => {
		await set(FIVE);
		await set({ target: 3, targetYear: 2028 }, findTargets(db, id));
		expect(findTargets(db, id)).toEqual({ D1: { target: 3, targetYear: 2028 } });
		await set({}, findTargets(db, id));
		expect(findTargets(db, id)).toBeUndefined();
	});

	test('that somebody has changed meanwhile are not overwritten unseen', async () => {
		await set(FIVE);
		expect(await set({ target: 2, targetYear: 2030 })).toEqual({ overtaken: { D1: FIVE } });
		expect(findTargets(db, id)).toEqual({ D1: FIVE });
	});

	test('of a round that is not closed are refused, and go with their round', async () => {
		const open = await makeClosedRound(db, people, { closed: false });
		expect(await saveTargets(db, open, {}, [{ criterion: 'D1', target: FIVE }], deed)).toEqual({ refused: 'phase' });
		await set(FIVE);
		await deleteRound(db, 'no folder', id, deed);
		expect(findTargets(db, id)).toBeUndefined();
	});

	test('are suggested for the next round, never for an earlier one or another municipality', async () => {
		await set(FIVE);
		const next = await makeClosedRound(db, people, { closedOn: '2028-01-15', title: 'Zwei Jahre danach' });
		const earlier = await makeClosedRound(db, people, { closedOn: '2026-12-23' });
		const former = { title: requireMade(db, id).title, targets: { D1: FIVE } };
		expect(findFormerTargets(db, requireMade(db, next))).toEqual(former);
		expect(findFormerTargets(db, requireMade(db, earlier))).toBeUndefined();
		expect(findFormerTargets(db, { ...requireMade(db, next), municipalityKey: '05999002' })).toBeUndefined();
		expect(targetedRound(db, requireMade(db, next), instrument).inputs.criteria).toEqual({});
	});
});
