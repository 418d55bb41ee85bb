import { expect, test } from 'vitest';
import { storeCheck } from '../support/stored-check.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';
import { playTwoTabs } from './two-tabs.ts';

test(
	'of two tabs the highest revision wins, whatever the order, and nobody is left in the dark',
	{ timeout: 120_000 },
	async () => {
		const db = openTemporaryDatabase();
		const seen = await playTwoTabs(db, () => storeCheck(db), 500);
		expect(Math.min(...Object.values(seen)), 'all four outcomes came up').toBeGreaterThan(20);
	}
);
