import { expect, test } from 'vitest';
import { agendaOf, agendaReasons } from './agenda.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';

type Said = (Rating | undefined)[];

function people(said: Said, asked?: ReadonlySet<string>): Respondent[] {
	return said.map((rating, index) => ({
		id: `r${index}`,
		role: null,
		ratings: { 'D1.1': rating },
		...(asked && { asked })
	}));
}

const gather = (said: Said) => ratingsOfItem(people(said), 'D1.1');

test('M1: levels are kept in the order of the respondents, everything else is counted', () => {
	expect(gather([3, 'unknown', 1, undefined, 'notApplicable', undefined])).toEqual({
		levels: [3, 1],
		unknown: 1,
		notApplicable: 1,
		missing: 2
	});
});

test('M12: who was not asked about an item misses nothing', () => {
	const asked = people([3, undefined], new Set(['D1.1']));
	const others = people([undefined, undefined], new Set(['D1.2']));
	expect(ratingsOfItem([...asked, ...others], 'D1.1')).toMatchObject({ levels: [3], missing: 1 });
});

test.each<[string, Said, string[]]>([
	['agreement of exactly 0.5', [1, 2, 3], []],
	['agreement below 0.5', [1, 3, 3], ['agreement']],
	['agreement of 0.5 that doubles miss by a hair', [1, 1, 1, 3, 3, 3, 3, 3, 3], []],
	['two levels apart, many agree', [2, 2, 2, 2, 4], []],
	['three levels apart, however many agree', [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5], ['range']],
	['exactly half know nothing', [3, 3, 'unknown', undefined], []],
	['more than half know nothing', [3, 'unknown', undefined], ['unknown']],
	['"does not apply" by one of them', [3, 3, 3, 'notApplicable'], ['notApplicable']],
	['"does not apply" by all', ['notApplicable', 'notApplicable'], []],
	['"does not apply" by all who answered', ['notApplicable', 'notApplicable', undefined], ['notApplicable']],
	['one level alone', [5], []],
	['nobody asked', [], []],
	[
		'several at once',
		[1, 5, 'notApplicable', 'unknown', 'unknown', 'unknown', 'unknown'],
		['agreement', 'range', 'unknown', 'notApplicable']
	]
])('M12: %s', (_, said, reasons) => {
	expect(agendaReasons(gather(said))).toEqual(reasons);
});

test('M12: the most disputed first, then the wider range, then instrument order; without agreement last', () => {
	const said: Record<string, Said> = {
		'D1.1': ['notApplicable', 4, undefined],
		'D1.2': [2, 4],
		'D1.3': [1, 5],
		'D2.1': [1, 5],
		'D2.2': [3, 3, 'notApplicable'],
		'D2.3': [2, 3, 2, 2, 2, 2, 5],
		'D3.1': [3, 3]
	};
	const entries = agendaOf(Object.entries(said).map(([id, ratings]) => ({ id, ratings: gather(ratings) })));
	expect(entries.map(({ item }) => item)).toEqual(['D1.3', 'D2.1', 'D1.2', 'D2.3', 'D1.1', 'D2.2']);
	expect(entries[0]).toEqual({ item: 'D1.3', agreement: 0, range: 4, reasons: ['agreement', 'range'] });
	expect(entries.at(-2)).toMatchObject({ item: 'D1.1', agreement: null, range: 0 });
});
