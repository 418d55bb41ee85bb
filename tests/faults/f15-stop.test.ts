import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '#lib/server/db/schema.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-database.ts';
import { runClients } from './clients.ts';
import { NO_DAMAGE, openLedger } from './ledger.ts';
import { startWriter } from './writer-process.ts';

test(
	'a writer that is asked to stop under load drains, loses nothing and leaves no log',
	{ timeout: 10_000 },
	async () => {
		const file = join(temporaryFolder(), 'test.db');
		const ids = Array.from({ length: 64 }, (_, index) => `client-${index}`);
		const ledger = openLedger(ids, seededRandom(Date.now()));
		const writer = await startWriter();
		await writer.ask('open', file);
		await writer.ask('createChecks', ids);
		const clients = runClients(writer, ledger, ids);
		while (ledger.confirmations() < 500) await writer.ask('health');
		expect(await writer.end('SIGTERM')).toBe(0);
		await clients;
		expect(existsSync(`${file}-wal`)).toBe(false);
		const db = openDatabase(file);
		expect(ledger.compare(db.read.select().from(answer).all())).toEqual(NO_DAMAGE);
		db.close();
	}
);
