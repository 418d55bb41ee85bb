import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-database.ts';
import { tearLog } from './torn-log.ts';

test('a log that is cut or ends in noise opens with everything below', { timeout: 60_000 }, async () => {
	const seed = Date.now() % 1e9;
	const twentieths = (length: number) =>
		Array.from({ length: 20 }, (_, index) => Math.floor(((index + 1) * length) / 20) - 1);
	const figures = await tearLog(temporaryFolder(), twentieths, seed);
	expect(figures, `seed ${seed}`).toEqual({ images: 40, unopened: 0, lost: 0 });
});

test('a log that is whole holds everything', async () => {
	expect(await tearLog(temporaryFolder(), (length) => [length], 1)).toEqual({ images: 2, unopened: 0, lost: 0 });
});
