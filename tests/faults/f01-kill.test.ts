import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-database.ts';
import { killAtRandomMoments } from './kill.ts';
import { NO_DAMAGE } from './ledger.ts';

test(
	'no confirmed answer is lost, doubled or overwritten by an older one in 200 kills',
	{ timeout: 300_000 },
	async () => {
		const seed = Date.now() % 1e9;
		const file = join(temporaryFolder(), 'test.db');
		const { confirmations, ...figures } = await killAtRandomMoments(file, 200, seed);
		expect(figures, `seed ${seed}`).toEqual({ ...NO_DAMAGE, kills: 200, faulty: 0 });
		expect(confirmations, 'the clients had something to lose in most lives').toBeGreaterThan(1000);
	}
);
