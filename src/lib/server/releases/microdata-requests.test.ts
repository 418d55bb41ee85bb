import { beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseWith, order } from '../../../../tests/support/released.ts';
import { insertRounds } from '../../../../tests/support/rounds.ts';
import type { Db } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { microdataDownload, microdataRequest, releaseMicrodata } from '#lib/server/db/schema-research.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { Microdata } from '#lib/domain/microdata/microdata.ts';
import { downloadMicrodata } from './microdata-downloads.ts';
import { findMicrodataOverviews, findMicrodataSum, findPackedMicrodata } from './microdata.ts';
import {
	acceptTerms,
	decideRequest,
	expireMicrodataRequests,
	findOwnRequests,
	findRequestable,
	findRequests,
	requestMicrodata
} from './microdata-requests.ts';
import { unpack } from './packed.ts';
import { deleteAccount } from '#lib/server/accounts/own-account.ts';
import { buildRelease } from './release-building.ts';
import { retractRelease } from './releases.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';

// A build starts a thread that reads the sources anew, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const TODAY = '2026-11-25';
const FORM = { institution: 'Musterinstitut', purpose: 'Wie hängen Größe und Reife zusammen?', until: '2027-05-31' };

let db: Db;

beforeEach(async () => {
	db = openTemporaryDatabase();
	const scores = (index: number) => ({
		decision: 1.5 + (index % 3) / 2,
		administration: 1.5 + (Math.floor(index / 3) % 3) / 2,
		budget: 1.5 + (Math.floor(index / 2) % 3) / 2
	});
	await insertRounds(
		db,
		Array.from({ length: 20 }, (_, index) => ({ index, scores: scores(index) }))
	);
	await buildRelease(db, order(db));
	await db.write((writer) => {
		const now = new Date(0);
		for (const id of ['kim', 'lou', 'ola'])
			writer
				.insert(user)
				.values({ id, name: id, email: `${id}@example.org`, createdAt: now, updatedAt: now })
				.run();
	});
});

function fileOf(number: number) {
	const packed = findPackedMicrodata(db, number);
	return packed === undefined ? undefined : Microdata.parse(unpack(packed));
}

async function ask(): Promise<string> {
	const asked = await requestMicrodata(db, 'kim', FORM, TODAY);
	if ('refused' in asked) throw new Error(asked.refused);
	return asked.id;
}

async function open(): Promise<string> {
	const id = await ask();
	await decideRequest(db, 'ola', { id, approved: true, reason: 'Ein klarer Zweck.' }, TODAY);
	await acceptTerms(db, 'kim', id, TODAY);
	return id;
}

describe('D9: a release', () => {
	test('comes with one file, which can be neither changed nor deleted', async () => {
		const [found] = findMicrodataOverviews(db);
		expect(found).toMatchObject({ number: 1, overview: { rows: 20, k: 20, coarsened: [] } });
		expect(fileOf(1)?.combinations).toMatchObject([{ band: 2, kind: 'town', from: 1 }]);
		await expect(db.write((writer) => writer.delete(releaseMicrodata).run())).rejects.toThrow(/never/);
		await expect(db.write((writer) => writer.update(releaseMicrodata).set({ file: '' }).run())).rejects.toThrow(
			/never/
		);
	});

	test('has none without scores of all three dimensions', async () => {
		const other = await databaseWith(20);
		await buildRelease(other, order(other));
		expect(findPackedMicrodata(other, 1)).toBeUndefined();
		expect(findRequestable(other)).toBeUndefined();
	});

	test('goes on with the file of the one before where one municipality has come', async () => {
		await insertRounds(db, [{ index: 30, scores: { decision: 5, administration: 1, budget: 5 } }]);
		await buildRelease(db, order(db));
		expect(fileOf(2)).toEqual(fileOf(1));
	});
});

describe('D9: microdata', () => {
	test('are asked for, decided once, and downloaded after the terms; each download is noted', async () => {
		const id = await ask();
		expect(findRequests(db, TODAY)).toMatchObject([{ id, state: 'waiting', email: 'kim@example.org', number: 1 }]);
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: TODAY })).toBeUndefined();
		const decision = { id, approved: true, reason: 'Ein klarer Zweck.' };
		expect(await decideRequest(db, 'ola', decision, TODAY)).toEqual({ email: 'kim@example.org' });
		expect(await decideRequest(db, 'ola', { ...decision, approved: false }, TODAY)).toEqual({ refused: 'missing' });
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: TODAY })).toBeUndefined();
		expect(await acceptTerms(db, 'kim', id, TODAY)).toBe(true);
		const sum = findMicrodataSum(db, 1);
		const download = await downloadMicrodata(db, { userId: 'kim', id, today: TODAY });
		expect(download).toMatchObject({ number: 1, sha256: sum });
		expect(download && 'csv' in download && sha256(download.csv)).toBe(sum);
		expect(findOwnRequests(db, 'kim', TODAY)).toMatchObject([
			{ state: 'open', downloads: [{ day: TODAY, sha256: sum }], reason: decision.reason }
		]);
	});

	test('are not decided about by those who have asked for them, operators or not', async () => {
		const id = await ask();
		const decision = { id, approved: true, reason: 'Ich brauche sie selbst.' };
		expect(await decideRequest(db, 'kim', decision, TODAY)).toEqual({ refused: 'own' });
		expect(findOwnRequests(db, 'kim', TODAY)).toMatchObject([{ state: 'waiting', reason: null }]);
	});

	test('stay closed to those who were refused', async () => {
		const id = await ask();
		await decideRequest(db, 'ola', { id, approved: false, reason: 'Der Zweck ist unklar.' }, TODAY);
		expect(await acceptTerms(db, 'kim', id, TODAY)).toBe(false);
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: TODAY })).toBeUndefined();
	});

	test('are nobody else’s', async () => {
		const id = await open();
		expect(findOwnRequests(db, 'lou', TODAY)).toEqual([]);
		expect(await acceptTerms(db, 'lou', id, TODAY)).toBe(false);
		expect(await downloadMicrodata(db, { userId: 'lou', id, today: TODAY })).toBeUndefined();
	});

	test('are closed after the last day of the period', async () => {
		const id = await open();
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: FORM.until })).toBeDefined();
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: '2027-06-01' })).toBeUndefined();
	});

	test('of a release that was taken back are handed out no more; whoever asks is told why', async () => {
		const id = await open();
		const waiting = await ask();
		await retractRelease(db, 1, 'Ein Fehler in den Werten', TODAY);
		const retraction = { reason: 'Ein Fehler in den Werten', retractedOn: TODAY };
		expect(await downloadMicrodata(db, { userId: 'kim', id, today: TODAY })).toEqual({ retraction });
		expect(await downloadMicrodata(db, { userId: 'lou', id, today: TODAY })).toBeUndefined();
		expect(findOwnRequests(db, 'kim', TODAY)).toMatchObject([
			{ state: 'retracted', retraction, downloads: [] },
			{ state: 'retracted', retraction }
		]);
		const decision = { id: waiting, approved: true, reason: 'Ein klarer Zweck.' };
		expect(await decideRequest(db, 'ola', decision, TODAY)).toEqual({ refused: 'missing' });
		expect(findRequestable(db)).toBeUndefined();
	});

	test('of another release can be asked for, however many requests a release that was taken back has left', async () => {
		for (let count = 0; count < 3; count++) await ask();
		await retractRelease(db, 1, 'Ein Fehler in den Werten', TODAY);
		await buildRelease(db, order(db));
		expect(await requestMicrodata(db, 'kim', FORM, TODAY)).toHaveProperty('id');
	});

	test('are asked for three times at once, not more', async () => {
		for (let count = 0; count < 3; count++) await ask();
		expect(await requestMicrodata(db, 'kim', FORM, TODAY)).toEqual({ refused: 'tooMany' });
		// Nobody has decided; their period is over.
		const later = { ...FORM, until: '2028-01-01' };
		expect(await requestMicrodata(db, 'kim', later, '2027-06-01')).toHaveProperty('id');
	});
});

describe('D16: a request goes with its log', () => {
	const left = () => [
		db.read.select().from(microdataRequest).all().length,
		db.read.select().from(microdataDownload).all().length
	];

	test('24 months after its period', async () => {
		const id = await open();
		await downloadMicrodata(db, { userId: 'kim', id, today: TODAY });
		await expireMicrodataRequests(db, '2029-05-31');
		expect(left()).toEqual([1, 1]);
		await expireMicrodataRequests(db, '2029-06-01');
		expect(left()).toEqual([0, 0]);
	});

	test('with the account', async () => {
		const id = await open();
		await downloadMicrodata(db, { userId: 'kim', id, today: TODAY });
		await deleteAccount(db, 'kim', TODAY);
		expect(left()).toEqual([0, 0]);
	});
});
