import { expect, test } from 'vitest';
import type { NamedHurdle } from '#lib/domain/answering/hurdle.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import { TOO_FEW } from '#lib/domain/round/team-item.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { ANSWERED_ON, redeem, save, submit } from '../../../../tests/support/answering-a-round.ts';
import { roundPlace, startRound, type StartedRound } from '../../../../tests/support/making-rounds.ts';
import { endCollecting } from './collecting.ts';
import { responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { findTeamHurdles } from './hurdles.ts';
import { withdrawResponse } from './responses.ts';
import { findRound } from './rounds.ts';

const { instrument } = currentInstrument();
const BLOCKED: NamedHurdle[] = [{ id: 'H05', severity: 3 }];

async function name(started: StartedRound, hurdles: NamedHurdle[]) {
	const { pass } = await redeem(started);
	await save(started, pass, [{ questionId: HURDLES_QUESTION, revision: 1, value: { hurdles } }]);
	return pass;
}

function found({ db, id }: StartedRound) {
	const round = findRound(db, roundPlace.key, id);
	return round && findTeamHurdles(db, round, instrument);
}

test('hurdles are counted once collecting has ended, of submitted responses alone', async () => {
	const started = await startRound();
	for (let index = 0; index < 5; index++) await submit(started, await name(started, BLOCKED));
	await name(started, [{ id: 'H01', severity: 1 }]);
	expect(found(started)).toBeUndefined();
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	const told = found(started);
	expect(told?.[0]).toEqual({ id: 'H05', named: 5, severity: 3 });
	expect(told?.slice(1).every(({ named }) => named === TOO_FEW)).toBe(true);
});

test('hurdles go with the response that is withdrawn', async () => {
	const started = await startRound();
	const pass = await name(started, BLOCKED);
	await submit(started, pass);
	await withdrawResponse(started.db, started.keys, pass, ANSWERED_ON);
	expect(started.db.read.select().from(responseAnswer).all()).toEqual([]);
});
