import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { ANSWERED_ON, redeem, save, submit } from '../../../../tests/support/answering-a-round.ts';
import { DEED, openInvitation, startRound, type StartedRound } from '../../../../tests/support/making-rounds.ts';
import { findInvitations } from './invitations.ts';
import { removeInvitation } from './inviting.ts';
import { findParticipation } from './participations.ts';
import { makePass } from './passes.ts';
import { withdrawResponse } from './responses.ts';

const ROLES = currentInstrument().instrument.roles.map(({ id }) => id);
const TOMORROW = '2026-11-26';

const participation = ({ db, id }: StartedRound, today = TOMORROW) => findParticipation(db, id, ROLES, today);

/** Lets so many of a role answer, and gives their invitations. */
async function answerAll(started: StartedRound, role: string, most = Infinity) {
	const invitations = findInvitations(started.db, started.id).filter((one) => one.role === role);
	const passes = [];
	for (const { id } of invitations.slice(0, most)) {
		const pass = makePass(openInvitation(started, id));
		await save(started, pass);
		await submit(started, pass);
		passes.push(pass);
	}
	return passes;
}

test('D12: is told per role, in the order of the instrument, and renewed once a day', async () => {
	const started = await startRound({}, [
		{ role: 'staff', count: 7 },
		{ role: 'council', count: 6 }
	]);
	await answerAll(started, 'staff');
	await answerAll(started, 'council', 5);
	expect(participation(started, ANSWERED_ON)).toMatchObject({ submitted: 0 });
	expect(participation(started)).toEqual({
		submitted: 12,
		roles: [
			{ role: 'council', invited: 6, submitted: 5 },
			{ role: 'staff', invited: 7, submitted: 7 }
		]
	});
});

test('D12: a small role is withheld, and the total does not tell of it', async () => {
	const started = await startRound({}, [
		{ role: 'staff', count: 9 },
		{ role: 'leadership', count: 1 }
	]);
	await answerAll(started, 'staff');
	const before = participation(started);
	await answerAll(started, 'leadership');
	expect(participation(started)).toEqual(before);
	expect(before.submitted).toBe(5);
});

test('what was begun and not submitted does not count', async () => {
	const started = await startRound({}, [{ role: 'staff', count: 5 }]);
	await answerAll(started, 'staff');
	const { pass } = await redeem(started);
	await save(started, pass);
	expect(participation(started)).toMatchObject({ submitted: 5 });
});

test('neither withdrawing nor taking somebody off the list shows in the count', async () => {
	const started = await startRound({}, [{ role: 'staff', count: 8 }]);
	const [first, second] = await answerAll(started, 'staff', 7);
	if (!first || !second) throw new Error('Somebody should have answered');
	await withdrawResponse(started.db, started.keys, first, ANSWERED_ON);
	await removeInvitation(started.db, started.keys, { roundId: started.id, invitationId: second.invitationId }, DEED);
	expect(participation(started)).toMatchObject({ submitted: 7 });
});
