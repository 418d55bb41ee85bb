import { describe, expect, test } from 'vitest';
import {
	ANSWERED_ON,
	answering,
	level,
	redeem,
	save,
	storedResponses,
	submit
} from '../../../../tests/support/answering-a-round.ts';
import { DEED, startRound, type StartedRound } from '../../../../tests/support/making-rounds.ts';
import { endCollecting } from './collecting.ts';
import { responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { findInvitedByCode, findPrintedCodes } from './invitations.ts';
import { addCodes, addInvitations } from './inviting.ts';
import { findAnswering, makePass, resumePass } from './passes.ts';
import { beginOpenResponse, findResponseAnswers, withdrawResponse } from './responses.ts';

describe('answering in a confidential round', () => {
	test('a redeemed link opens the criteria of the role and stores nothing before the first save', async () => {
		const started = await startRound();
		const { pass } = await redeem(started, 'treasury');
		const found = answering(started, pass);
		expect(found).toMatchObject({ role: 'treasury', response: undefined });
		expect(found.criteria).toContain('B1');
		expect(storedResponses(started)).toEqual([]);
	});

	test('saves by revision: a newer one wins, an older one does not, the same with another value is a conflict', async () => {
		const started = await startRound();
		const { pass } = await redeem(started);
		const statuses = [];
		for (const change of [
			level('A1.1', 3, 2),
			level('A1.1', 3, 2),
			level('A1.1', 1, 1),
			level('A1.1', 5, 2),
			level('A1.1', 4, 3)
		]) {
			const saved = await save(started, pass, [change]);
			statuses.push('refused' in saved ? saved.refused : saved[0]?.status);
		}
		expect(statuses).toEqual(['saved', 'repeated', 'older', 'conflict', 'saved']);
		const { key } = answering(started, pass).response ?? {};
		expect(findResponseAnswers(started.db, key).get('A1.1')).toMatchObject({ revision: 3, value: { rating: 4 } });
	});

	test('counts once, from the day of its submission, and can be changed afterwards', async () => {
		const started = await startRound();
		const { pass } = await redeem(started);
		expect(await submit(started, pass)).toEqual({ refused: 'empty' });
		await save(started, pass);
		expect(await submit(started, pass)).toEqual({ submittedOn: ANSWERED_ON });
		await save(started, pass, [level('A1.1', 5, 2)], '2026-11-26');
		expect(await submit(started, pass, '2026-11-26')).toEqual({ submittedOn: ANSWERED_ON });
		expect(storedResponses(started)).toHaveLength(1);
		expect(storedResponses(started)[0]).toMatchObject({ submittedOn: ANSWERED_ON, name: null });
		expect(started.db.read.select().from(responseAnswer).all()).toMatchObject([{ value: { rating: 5 } }]);
	});

	test('whoever has only the link begins afresh, and by submitting replaces what was there', async () => {
		const started = await startRound();
		const { invited, pass } = await redeem(started);
		await save(started, pass);
		await submit(started, pass);
		const other = makePass(invited);
		expect(answering(started, other).response).toBeUndefined();
		await save(started, other, [level('A2.1', 1)]);
		expect(answering(started, pass).response?.submittedOn).toBe(ANSWERED_ON);
		await submit(started, other, '2026-11-28');
		expect(storedResponses(started)).toMatchObject([{ submittedOn: ANSWERED_ON }]);
		expect(findResponseAnswers(started.db, storedResponses(started)[0]?.key).has('A1.1')).toBe(false);
		expect(answering(started, pass).response).toBeUndefined();
	});

	test('the code that was shown opens the answers elsewhere, together with the link only', async () => {
		const started = await startRound();
		const { invited, pass } = await redeem(started);
		const { invited: foreign } = await redeem(started);
		expect(resumePass(started.db, started.keys, invited, pass.code)).toBeUndefined();
		await save(started, pass);
		expect(resumePass(started.db, started.keys, invited, pass.code)).toEqual(pass);
		expect(resumePass(started.db, started.keys, foreign, pass.code)).toBeUndefined();
		expect(resumePass(started.db, started.keys, invited, makePass(invited).code)).toBeUndefined();
		await submit(started, pass);
		expect(resumePass(started.db, started.keys, invited, pass.code)).toEqual(pass);
	});

	test('a pass is worth nothing with the invitation or the token of somebody else', async () => {
		const started = await startRound();
		const { pass } = await redeem(started);
		const { pass: other } = await redeem(started);
		for (const forged of [
			{ ...pass, invitationId: other.invitationId },
			{ ...pass, token: other.token },
			{ ...pass, linkPart: '0'.repeat(32) }
		]) {
			expect(findAnswering(started.db, started.keys, forged, ANSWERED_ON)).toBeUndefined();
			expect(await save(started, forged)).toEqual({ refused: 'unknown' });
		}
	});

	test('withdrawing deletes the answers at once; the count does not tell, and the link can be used again', async () => {
		const started = await startRound();
		const { pass } = await redeem(started);
		await save(started, pass);
		await submit(started, pass);
		await withdrawResponse(started.db, started.keys, pass, ANSWERED_ON);
		expect(started.db.read.select().from(responseAnswer).all()).toEqual([]);
		expect(storedResponses(started)).toMatchObject([{ submittedOn: ANSWERED_ON, codeHash: null }]);
		expect(answering(started, pass).response).toBeUndefined();
		await save(started, pass, [level('A1.1', 2)]);
		await submit(started, pass, '2026-11-30');
		expect(storedResponses(started)).toMatchObject([{ submittedOn: ANSWERED_ON }]);
	});

	test('nothing is taken after the last day, nor when collecting has ended', async () => {
		const started = await startRound({ collectUntil: '2026-12-20' });
		const { pass } = await redeem(started);
		expect(await save(started, pass, [level('A1.1', 3)], '2026-12-20')).toMatchObject([{ status: 'saved' }]);
		expect(await save(started, pass, [level('A1.1', 4, 2)], '2026-12-21')).toEqual({ refused: 'over' });
		expect(await submit(started, pass, '2026-12-21')).toEqual({ refused: 'over' });
		await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
		expect(await save(started, pass, [level('A1.1', 4, 2)])).toEqual({ refused: 'over' });
		expect(findAnswering(started.db, started.keys, pass, ANSWERED_ON)).toMatchObject({ over: { phase: 'consensus' } });
	});
});

describe('D14: the stored role', () => {
	async function storedRoles(started: StartedRound, role: string, invited: number) {
		await addInvitations(
			started.db,
			started.id,
			Array.from({ length: invited - 1 }, (_, index) => ({ email: `${role}${index}@musterau.de`, role })),
			DEED
		);
		const { pass } = await redeem(started, role);
		await save(started, pass);
		return storedResponses(started).map((row) => row.role);
	}

	test('is merged for the few of an administration, and none for a small council', async () => {
		expect(await storedRoles(await startRound(), 'leadership', 4)).toEqual(['others']);
		expect(await storedRoles(await startRound(), 'council', 4)).toEqual([null]);
	});

	test('is its own where five were invited at once', async () => {
		const started = await startRound({}, [{ role: 'staff', count: 5 }]);
		const { pass } = await redeem(started);
		await save(started, pass);
		expect(storedResponses(started).map((row) => row.role)).toEqual(['staff']);
	});

	test('stays merged where the fifth comes later, who would be the only one under the name', async () => {
		const started = await startRound({}, [{ role: 'staff', count: 4 }]);
		expect(await storedRoles(started, 'staff', 2)).toEqual(['others']);
	});

	test('becomes its own where five more are invited at once', async () => {
		const started = await startRound({}, [{ role: 'staff', count: 1 }]);
		expect(await storedRoles(started, 'staff', 6)).toEqual(['staff']);
	});
});

describe('the end of collecting', () => {
	test('D14: keeps what was submitted, under keys that the old ones do not lead to, and nothing else', async () => {
		const started = await startRound();
		const [done, begun] = [await redeem(started), await redeem(started)];
		await save(started, done.pass);
		await submit(started, done.pass);
		await save(started, begun.pass);
		const before = answering(started, done.pass).response?.key;
		await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
		const [left, ...others] = storedResponses(started);
		expect(others).toEqual([]);
		expect(left).toMatchObject({ codeHash: null, submittedOn: ANSWERED_ON });
		expect(left?.key).not.toBe(before);
		expect(findResponseAnswers(started.db, left?.key).get('A1.1')?.value).toEqual({ rating: 3 });
	});
});

describe('D11: an open workshop', () => {
	test('keeps the name of each, by one link of the role that many use', async () => {
		const started = await startRound({ mode: 'open' });
		await addCodes(started.db, started.id, { role: 'staff', count: 1 }, DEED);
		const [link] = findPrintedCodes(started.db, started.keys, started.id) ?? [];
		for (const name of ['Erika', 'Max']) {
			const invited = findInvitedByCode(started.db, started.keys, link?.code ?? '');
			if (!invited || 'over' in invited) throw new Error('The code should be known');
			const pass = makePass(invited);
			await beginOpenResponse(started.db, started.keys, pass, name, ANSWERED_ON);
			await save(started, pass);
			await submit(started, pass);
		}
		const stored = storedResponses(started).map(({ name, role, submittedOn }) => [name, role, submittedOn]);
		expect(stored.sort()).toEqual([
			['Erika', 'staff', ANSWERED_ON],
			['Max', 'staff', ANSWERED_ON]
		]);
	});

	test('forgets whoever withdraws', async () => {
		const started = await startRound({ mode: 'open' });
		const { pass } = await redeem(started);
		await beginOpenResponse(started.db, started.keys, pass, 'Erika', ANSWERED_ON);
		await submit(started, pass);
		await withdrawResponse(started.db, started.keys, pass, ANSWERED_ON);
		expect(storedResponses(started)).toEqual([]);
	});
});
