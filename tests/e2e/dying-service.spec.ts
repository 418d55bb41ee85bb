/** F1 and F15 once more, with the built service itself: what it has answered by 200 is on the disk. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { NO_DAMAGE, openLedger, type Ledger } from '../faults/ledger.ts';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { seededRandom } from '../support/random.ts';
import { startClient, type SavingClient } from '../support/saving-client.ts';

const CLIENTS = 32;
const QUESTIONS = ['D1.1', 'D1.2', 'A3.3', 'B6.3'];
/** Milliseconds within which a service that is asked to stop has to be gone. */
const DRAINED = 10_000;

// It waits for eight seconds for somebody who never finishes.
test.slow();

let folder = '';
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'standort-dying-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function startUnderLoad(seed: number) {
	const server = await startBuiltServer({ folder });
	const clients = await Promise.all(Array.from({ length: CLIENTS }, () => startClient(server.origin)));
	const ids = clients.map(({ id }) => id);
	return { server, clients, ledger: openLedger(ids, seededRandom(seed), QUESTIONS) };
}

/** Saves one change after the other until the service is gone. */
async function saveOn(client: SavingClient, ledger: Ledger) {
	for (;;) {
		const { page, change } = ledger.nextChange(client.id);
		const answer = await client.save(change);
		if (!answer || answer.status === 503) return;
		expect(answer.status).toBe(200);
		answer.outcomes.forEach((outcome) => ledger.note(page, change, outcome));
	}
}

/** What became of everything that was confirmed, as the file shows it when nobody has it open. */
function damage(ledger: Ledger) {
	const client = new Database(join(folder, 'standort.db'));
	const rows = client.prepare('SELECT assessment_id, question_id, revision, value FROM answer').all() as {
		assessment_id: string;
		question_id: string;
		revision: number;
		value: string;
	}[];
	expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
	client.close();
	return ledger.compare(
		rows.map(({ assessment_id, question_id, revision, value }) => ({
			assessmentId: assessment_id,
			questionId: question_id,
			revision,
			value: JSON.parse(value)
		}))
	);
}

const confirmed = async (ledger: Ledger, count: number) => {
	while (ledger.confirmations() < count) await setTimeout(1);
};

test('killed under load, it has lost nothing that it had confirmed', async () => {
	const seed = Date.now() % 1e9;
	const random = seededRandom(seed);
	const started = await startUnderLoad(seed);
	const { clients, ledger } = started;
	let { server } = started;
	for (let life = 1; life <= 5; life++) {
		const saving = clients.map((client) => saveOn(client, ledger));
		await confirmed(ledger, ledger.confirmations() + 50 + random.below(300));
		await server.stop('SIGKILL');
		await Promise.all(saving);
		expect(damage(ledger), `seed ${seed}`).toEqual(NO_DAMAGE);
		if (life < 5) server = await startBuiltServer({ folder, port: portOf(server) });
	}
});

const portOf = ({ origin }: BuiltServer) => Number(new URL(origin).port);

test('asked to stop under load, it is gone within ten seconds, has lost nothing and leaves one file', async () => {
	const { server, clients, ledger } = await startUnderLoad(Date.now() % 1e9);
	const endless = connect(portOf(server), '127.0.0.1');
	await once(endless, 'connect');
	endless.write('POST /check/new HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nextent=');
	endless.on('error', () => undefined);
	const saving = clients.map((client) => saveOn(client, ledger));
	await confirmed(ledger, 500);
	const end = new AbortController();
	const tooLong = setTimeout(DRAINED, 'still there', { signal: end.signal }).catch(() => undefined);
	expect(await Promise.race([server.stop('SIGTERM'), tooLong])).toBe(0);
	end.abort();
	await Promise.all(saving);
	expect(existsSync(join(folder, 'standort.db-wal'))).toBe(false);
	expect(damage(ledger)).toEqual(NO_DAMAGE);
});
