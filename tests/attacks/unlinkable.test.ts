/** D14: nobody links an invitation to a response better than by chance, with everything in the town hall at hand. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { endCollecting } from '#lib/server/rounds/collecting.ts';
import { findInvitations } from '#lib/server/rounds/invitations.ts';
import { findAnswering, makePass, type Pass } from '#lib/server/rounds/passes.ts';
import { codeHashOf, openRoundKeys, responseKeyOf, tokenOf } from '#lib/server/rounds/round-keys.ts';
import { ANSWERED_ON, level, save, storedResponses, submit } from '../support/answering-a-round.ts';
import { openInvitation, startRound, startRoundIn, type StartedRound } from '../support/making-rounds.ts';
import { seededRandom } from '../support/random.ts';
import { openTemporaryDatabase, temporaryFolder } from '../support/temporary-database.ts';
import { filesBelow, GUESSES, snapshotFiles, snapshotRows, type Rows } from './insider.ts';

const PEOPLE = 6;
const STAFF = [{ role: 'staff', count: PEOPLE }];
const ROUNDS = 24;
const TRIALS = ROUNDS * PEOPLE;
/** By chance one of six: of 144 about 24, and more than 55 once in more than a thousand million. */
const MORE_THAN_CHANCE = 55;

async function answer(started: StartedRound, invitationId: string): Promise<Pass> {
	const pass = makePass(openInvitation(started, invitationId));
	await save(started, pass, [level('A1.1', 3), level('A2.1', 2)]);
	await submit(started, pass);
	return pass;
}

/** Lets everybody of many rounds answer in a random order, and gives what lay around each submission. */
async function watchSubmissions() {
	const random = seededRandom(14);
	const db = openTemporaryDatabase();
	const keys = temporaryFolder();
	const watched: { before: Rows; after: Rows; truth: string; round: StartedRound }[] = [];
	for (let index = 0; index < ROUNDS; index++) {
		const round = await startRoundIn(db, keys, {}, STAFF);
		const left = findInvitations(db, round.id).map(({ id }) => id);
		while (left.length > 0) {
			const [truth = ''] = left.splice(random.below(left.length), 1);
			const before = snapshotRows(db, round.id);
			await answer(round, truth);
			watched.push({ before, after: snapshotRows(db, round.id), truth, round });
		}
	}
	return watched;
}

test('D14: two looks at every row around a submission tell no more than chance', { timeout: 60_000 }, async () => {
	const watched = await watchSubmissions();
	expect(watched).toHaveLength(TRIALS);
	for (const [name, guess] of Object.entries(GUESSES)) {
		const hits = watched.filter(({ before, after, truth }) => guess(before, after) === truth).length;
		expect(hits, name).toBeLessThanOrEqual(MORE_THAN_CHANCE);
	}
	// The same look with both keys in hand finds everybody: it is the keys that protect, and until the end alone.
	const found = watched.filter(({ after, truth, round }) => {
		const own = openRoundKeys(round.keys, round.id);
		return own && after.responses.some(({ key }) => key === responseKeyOf(own, tokenOf(own, truth)));
	});
	expect(found).toHaveLength(TRIALS);
});

test('D14: opening a link leaves no trace in database, log and backup', async () => {
	const started = await startRound({}, STAFF);
	const [first] = findInvitations(started.db, started.id);
	const before = snapshotFiles(started.db.file);
	makePass(openInvitation(started, first?.id ?? ''));
	expect(snapshotFiles(started.db.file)).toEqual(before);
});

test('D14: nothing that opens a link or an answer lies in database, log, backup or what is printed', async () => {
	const printed = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name));
	const started = await startRound({}, STAFF);
	const keys = openRoundKeys(started.keys, started.id);
	if (!keys) throw new Error('The round should have keys');
	const secrets: (string | Buffer)[] = [keys.k1, keys.k2];
	for (const { id } of findInvitations(started.db, started.id)) {
		const pass = await answer(started, id);
		secrets.push(pass.token, pass.code, pass.linkPart, tokenOf(keys, id));
	}
	for (const [name, bytes] of snapshotFiles(started.db.file))
		expect(
			secrets.filter((secret) => bytes.includes(secret)),
			name
		).toEqual([]);
	expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
});

test('D14: everybody of a role leaves the same row, but for what is random or was answered', async () => {
	const started = await startRound({}, STAFF);
	for (const { id } of findInvitations(started.db, started.id)) await answer(started, id);
	const rows = storedResponses(started).map((row) => ({ ...row, key: '', codeHash: '' }));
	expect(new Set(rows.map((row) => JSON.stringify(row)))).toHaveLength(1);
	expect(rows[0]).toMatchObject({ role: 'staff', name: null, submittedOn: ANSWERED_ON });
});

test('D14: after collecting nobody links, with all files of that moment and even an old copy of the keys', async () => {
	const started = await startRound({}, STAFF);
	const invitations = findInvitations(started.db, started.id);
	const passes = [];
	for (const { id } of invitations) passes.push(await answer(started, id));
	const copy = join(temporaryFolder(), 'copied');
	cpSync(started.keys, copy, { recursive: true });
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);

	expect(filesBelow(started.keys)).toEqual([]);
	const old = openRoundKeys(copy, started.id);
	if (!old) throw new Error('The copy should hold the keys');
	const derived = new Set([
		...invitations.map(({ id }) => responseKeyOf(old, tokenOf(old, id))),
		...passes.map(({ code }) => codeHashOf(old, code))
	]);
	const left = storedResponses(started);
	expect(left).toHaveLength(PEOPLE);
	expect(left.filter(({ key, codeHash }) => derived.has(key) || codeHash !== null)).toEqual([]);
});

test('D14: whoever sent, printed or redirected a link reads nothing by it', async () => {
	const started = await startRound({}, STAFF);
	const [first] = findInvitations(started.db, started.id);
	const invited = openInvitation(started, first?.id ?? '');
	await answer(started, first?.id ?? '');
	const organiser = makePass(invited);
	expect(findAnswering(started.db, started.keys, organiser, ANSWERED_ON)).toMatchObject({ response: undefined });
});
