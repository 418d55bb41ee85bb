import { expect, test } from 'vitest';
import { Crosswalk, crosswalkProblems, sameItems } from './crosswalk.ts';
import type { Instrument } from './instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const first = currentInstrument().instrument;

/** Another version with other ids for some items. */
function versionWith(version: string, ids: Record<string, string>): Instrument {
	const next = structuredClone({ ...first, version });
	for (const dimension of next.dimensions)
		for (const criterion of dimension.criteria) for (const item of criterion.items) item.id = ids[item.id] ?? item.id;
	return next;
}

function crosswalkOf(later: Instrument, from: string, changes: Crosswalk['items']): Crosswalk {
	const ids = later.dimensions.flatMap((d) => d.criteria.flatMap((c) => c.items.map((item) => item.id)));
	return Crosswalk.parse({ from, items: { ...Object.fromEntries(ids.map((id) => [id, 'same'])), ...changes } });
}

const second = versionWith('1.1.0', { 'D2.3': 'D2.4', 'A3.3': 'A3.4' });
const sound: Crosswalk['items'] = {
	'D1.2': 'changed',
	'D2.3': 'dropped',
	'D2.4': 'new',
	'A3.4': { change: 'same', was: 'A3.3' }
};
const reasons = (changes: Crosswalk['items'], later = second) =>
	crosswalkProblems(crosswalkOf(later, '1.0.0', { ...sound, ...changes }), first, later).map(
		({ path, reason }) => `${path.join(' ')}: ${reason.en}`
	);

test('a crosswalk that accounts for every item of both versions once is complete', () => {
	expect(reasons({})).toEqual([]);
});

test.each<[string, Crosswalk['items'], string[]]>([
	[
		'an item of both versions is neither new nor dropped',
		{ 'B1.1': 'new' },
		[
			'items B1.1: B1.1 exists in both versions, so it is “same” or “changed”. A new question needs a new number.',
			'items: Item B1.1 of version 1.0.0 is missing here.'
		]
	],
	[
		'an item that the earlier version did not have cannot be the same',
		{ 'D2.4': 'same' },
		['items D2.4: There is no item D2.4 in the earlier version.']
	],
	[
		'an item that the later version does not have can only be dropped',
		{ 'D2.3': 'changed' },
		['items D2.3: There is no item D2.3 in the later version.']
	],
	[
		'no earlier item has two successors',
		{ 'A3.2': { change: 'changed', was: 'A3.1' } },
		['items: Item A3.2 of version 1.0.0 is missing here.', 'items: Item A3.1 of the earlier version occurs twice.']
	]
])('%s', (_, changes, expected) => {
	expect(reasons(changes)).toEqual(expected);
});

test('an item of the later version that is not told is missing', () => {
	const crosswalk = crosswalkOf(second, '1.0.0', sound);
	delete crosswalk.items['B6.3'];
	expect(crosswalkProblems(crosswalk, first, second).map(({ reason }) => reason.de)).toEqual([
		'Aussage B6.3 der Fassung 1.1.0 fehlt hier.',
		'Aussage B6.3 der Fassung 1.0.0 fehlt hier.'
	]);
});

test('M16: only what stays the same through all versions is comparable, across new numbers too', () => {
	const third = versionWith('1.2.0', { 'D2.3': 'D2.4', 'A3.3': 'A3.5' });
	const steps = [
		crosswalkOf(second, '1.0.0', sound),
		crosswalkOf(third, '1.1.0', { 'B2.2': 'changed', 'A3.5': { change: 'same', was: 'A3.4' } })
	];
	const same = sameItems(first, steps);
	expect(same.size).toBe(51);
	expect(same.get('A3.3')).toBe('A3.5');
	expect([...same.keys()]).not.toContain('B2.2');
	expect([...same.values()]).not.toContain('D2.4');
});

test('M16: a version is comparable with itself in all items', () => {
	expect(sameItems(first, []).size).toBe(54);
});

test.each([['moved'], [{ change: 'new', was: 'D1.1' }], [{ change: 'same', was: 'first' }]])(
	'an entry %j is not understood',
	(entry) => {
		expect(Crosswalk.safeParse({ from: '1.0.0', items: { 'D1.1': entry } }).success).toBe(false);
	}
);
