import { expect, test } from 'vitest';
import { inTurn } from './making.ts';

test('jobs run one after the other, and one that fails keeps none from running', async () => {
	const told: string[] = [];
	const job = (name: string) => async () => {
		told.push(`${name} begins`);
		await Promise.resolve();
		told.push(`${name} ends`);
		if (name === 'b') throw new Error(name);
		return name;
	};
	const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(job(name))));
	expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
