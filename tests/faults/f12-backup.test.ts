import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answer } from '#lib/server/db/schema.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-database.ts';
import { bundle } from './bundle.ts';
import { runClients } from './clients.ts';
import { NO_DAMAGE, openLedger } from './ledger.ts';
import { startWriter } from './writer-process.ts';

test(
	'a backup beside 64 saving clients opens and holds everything that was confirmed before',
	{ timeout: 60_000 },
	async () => {
		const command = await bundle('tools/backup.ts');
		const folder = temporaryFolder();
		const file = join(folder, 'test.db');
		const ids = Array.from({ length: 64 }, (_, index) => `client-${index}`);
		const ledger = openLedger(ids, seededRandom(Date.now()));
		const writer = await startWriter();
		await writer.ask('open', file);
		await writer.ask('createChecks', ids);
		const end = new AbortController();
		const clients = runClients(writer, ledger, ids, end.signal);
		for (let round = 0; round < 3; round++) {
			const compareWithNow = ledger.remember();
			const confirmedBefore = ledger.confirmations();
			const env = { ...process.env, DATABASE_FILE: file };
			const backup = spawn(process.execPath, [command, join(folder, `${round}`)], {
				env,
				stdio: ['ignore', 'pipe', 'inherit']
			});
			const [target] = await Promise.all([text(backup.stdout), once(backup, 'exit')]);
			expect(ledger.confirmations(), 'saving went on meanwhile').toBeGreaterThan(confirmedBefore);
			const restored = openDatabase(target.trim());
			expect(compareWithNow(restored.read.select().from(answer).all())).toEqual(NO_DAMAGE);
			restored.close();
		}
		end.abort();
		await clients;
		expect(await writer.end('SIGTERM')).toBe(0);
	}
);
