import { expect, test } from 'vitest';
import { overviewOf } from './overview.ts';

const judged = [
	{
		group: 'all' as const,
		n: 23,
		measures: {
			decision: { median: 2.4 },
			D1: { median: 2, carried: true as const },
			D2: { withheld: 'homogeneous' as const },
			D3: { withheld: 'size' as const },
			D4: { withheld: 'size' as const }
		}
	}
];

test('counts for each group what is shown, carried over, and withheld by reason', () => {
	const last = [{ group: 'all' as const, n: 20, cells: { decision: { median: 2.2 } } }];
	expect(overviewOf(judged, [{ group: 'all', count: 400 }], last)).toEqual([
		{
			group: 'all',
			register: 400,
			n: 23,
			shown: 2,
			carried: 1,
			withheld: [
				{ reason: 'size', count: 2 },
				{ reason: 'homogeneous', count: 1 }
			],
			before: 1
		}
	]);
});

test('names groups that nobody takes part in, and those that were shown before', () => {
	const last = [{ group: 'kind:town' as const, n: 10, cells: { decision: { median: 2.2 } } }];
	const rows = overviewOf([], [{ group: 'state:05', count: 7 }], last);
	expect(rows.map(({ group, register, n, before }) => [group, register, n, before])).toEqual([
		['kind:town', 0, 0, 1],
		['state:05', 7, 0, 0]
	]);
});
