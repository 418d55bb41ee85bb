import { describe, expect, test } from 'vitest';
import { actionFrom, suggestionsOf } from './action-suggestion.ts';
import type { ResultView } from '#lib/domain/result/view.ts';

const view = {
	steps: [{ item: 'D2.1', criterion: 'D2', criterionName: 'Zwei', statement: 'B', action: 'Tun Sie B.', from: 2 }],
	dimensions: [
		{
			stage: 2,
			criteria: [{ id: 'D1', name: 'Eins' }],
			missing: [
				{ item: 'D1.1', criterion: 'D1', statement: 'A', from: 1, steps: ['Tun Sie A.', 'Dann mehr.'] },
				{ item: 'D2.1', criterion: 'D2', statement: 'B', from: 2, steps: ['Tun Sie B.'] }
			]
		}
	]
} as unknown as Pick<ResultView, 'steps' | 'dimensions'>;

const itemsOf = (actions: Parameters<typeof suggestionsOf>[1]) => suggestionsOf(view, actions).map(({ item }) => item);

describe('suggestions', () => {
	test('are the urgent steps, then what is missing for the next stage, each item once', () => {
		expect(suggestionsOf(view, [])).toEqual([
			{ item: 'D2.1', criterionName: 'Zwei', statement: 'B', title: 'Tun Sie B.', from: 2, urgent: true },
			{ item: 'D1.1', criterionName: 'Eins', statement: 'A', title: 'Tun Sie A.', from: 1, urgent: false, forStage: 3 }
		]);
	});

	test('leave out what an action is about, unless it has been dropped', () => {
		expect(itemsOf([{ items: ['D2.1'], status: 'done' }])).toEqual(['D1.1']);
		expect(itemsOf([{ items: ['D2.1'], status: 'dropped' }])).toEqual(['D2.1', 'D1.1']);
	});

	test('become open actions about their item', () => {
		const [first] = suggestionsOf(view, []);
		expect(first && actionFrom(first)).toMatchObject({ title: 'Tun Sie B.', items: ['D2.1'], status: 'open' });
	});
});
