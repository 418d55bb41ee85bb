import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { ANSWERED_ON, level, redeem, save, submit } from '../../../../tests/support/answering-a-round.ts';
import { roundPlace, startRound, type StartedRound } from '../../../../tests/support/making-rounds.ts';
import { endCollecting } from './collecting.ts';
import { importanceOf, readSubmitted } from './respondents.ts';
import { findRound } from './rounds.ts';

const { instrument } = currentInstrument();

function submitted({ db, id }: StartedRound) {
	const round = findRound(db, roundPlace.key, id);
	return round ? readSubmitted(db.read, round, instrument) : [];
}

async function answered(started: StartedRound, role: string, changes: Parameters<typeof save>[2]) {
	const { pass } = await redeem(started, role);
	await save(started, pass, changes);
	await submit(started, pass);
}

test('D12: nothing is there before collecting has ended, and only what was submitted afterwards', async () => {
	const started = await startRound({}, [{ role: 'staff', count: 5 }]);
	await answered(started, 'staff', [level('A1.1', 4), { questionId: 'A1', revision: 1, value: { importance: 3 } }]);
	const { pass } = await redeem(started);
	await save(started, pass);
	expect(submitted(started)).toEqual([]);
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	const [one, ...others] = submitted(started);
	expect(others).toEqual([]);
	expect(one).toMatchObject({ role: 'staff', ratings: { 'A1.1': 4 } });
	expect(importanceOf(submitted(started), 'A1')).toEqual([0, 0, 1, 0]);
});

test('M12: whoever keeps the role was asked its criteria; of others it is known by what was answered', async () => {
	const started = await startRound({}, [{ role: 'council', count: 5 }]);
	await answered(started, 'council', [level('D1.1', 4)]);
	await answered(started, 'treasury', [level('B1.1', 2)]);
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	const asked = Object.fromEntries(submitted(started).map((one) => [one.role, [...(one.asked ?? [])]]));
	expect(asked.council?.length).toBeGreaterThan(1);
	expect(asked.others).toEqual(['B1.1']);
});

test.each([
	['confidential', { 'D1.1': 'notApplicable' }],
	['open', {}]
] as const)('M1: in a %s round "does not apply" without its reason counts as %j', async (mode, ratings) => {
	const started = await startRound({ mode });
	await answered(started, 'council', [{ questionId: 'D1.1', revision: 1, value: { rating: 'notApplicable' } }]);
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	expect(submitted(started)[0]?.ratings).toEqual(ratings);
});
