/** Attacks through what a reader of a release receives: its groups, its file, its series, and what the address asks for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import { publishGroups, type ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { exploreRelease, viewOf } from '../../src/routes/releases/[number=number]/explorer.ts';
import { anyPopulation, planAll, smallestBySums } from '../support/awkward-populations.ts';

const { instrument } = currentInstrument();
const query = `variant=full&measure=decision&group=all&group=kind:town&group=state:09`;

const town = (index: number, more: Partial<Member> = {}): Member => ({
	id: `town-${index}`,
	population: 8_000,
	kind: 'town',
	state: '05',
	scores: { decision: 1.4 + (index % 7) / 2 },
	...more
});
const towns = (count: number, more: Partial<Member> = {}, from = 0) =>
	Array.from({ length: count }, (_, index) => town(from + index, more));

/** The contents of releases that follow one another. */
const contentsOf = (...populations: Member[][]): ReleaseContent[] =>
	planAll(populations).map((planned, index) => ({
		number: index + 1,
		cutoff: '2026-11-01',
		demonstration: false,
		licence: 'CC BY 4.0',
		methods: ['1.0.0'],
		instruments: [],
		tables: { full: publishGroups(planned, index), short: [] },
		register: GROUPS.map((group) => ({ group, count: 1_000 }))
	}));

/** All that the page of the last release is made of, and its file. */
function receivedOf(contents: ReleaseContent[], asked = query): string {
	const last = contents.at(-1) as ReleaseContent;
	const view = viewOf(last, instrument, new URLSearchParams(asked));
	return JSON.stringify({ view, ...exploreRelease(last, contents.toReversed(), view) }) + canonicalJson(last);
}

describe('a group of which nothing is shown', () => {
	const base = towns(40);

	test.each([
		['with nine members', towns(9, { state: '09' }, 100)],
		['with one member', towns(1, { state: '09' }, 100)],
		['all alike', towns(12, { state: '09', scores: { decision: 5 } }, 100)]
	])('%s is received like one that nobody is in', (_, more) => {
		const empty = contentsOf([...base, ...more.map((one) => ({ ...one, state: '05' }))]);
		const withheld = contentsOf([...base, ...more]);
		const tableOf = (contents: ReleaseContent[]) => contents[0]?.tables.full.find(({ group }) => group === 'state:09');
		expect(tableOf(withheld)).toBeUndefined();
		expect(tableOf(empty)).toBeUndefined();
		const column = (contents: ReleaseContent[]) => {
			const view = viewOf(contents[0] as ReleaseContent, instrument, new URLSearchParams('group=state:09'));
			const { side, series, representation } = exploreRelease(contents[0] as ReleaseContent, contents, view);
			return { side, series, share: representation.find(({ group }) => group === 'state:09') };
		};
		expect(column(withheld)).toEqual(column(empty));
	});
});

test('neither ids, reasons nor exact numbers are received', () => {
	const received = receivedOf(contentsOf(towns(43), towns(44)));
	expect(received).not.toMatch(/town-\d|withheld|homogeneous|complement|"holder"|"size"/);
	expect(received).not.toMatch(/\b4[34]\b/);
	expect(received).toContain('"carriedFrom":1');
});

test('a newcomer leaves no trace but the numbers of releases', () => {
	const bytes = (contents: ReleaseContent[]) => canonicalJson(contents.at(-1)?.tables);
	expect(bytes(contentsOf(towns(40), towns(41)))).toBe(bytes(contentsOf(towns(40), towns(42))));
});

test('no address asks for a group, a measure or a number of groups that there is not', () => {
	const [content] = contentsOf(towns(40)) as [ReleaseContent];
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(fc.string(), fc.constantFrom(...GROUPS, 'state:99', '__proto__', 'constructor', 'band:2|kind:town'))
			),
			fc.string(),
			(groups, measure) => {
				const asked = new URLSearchParams([['measure', measure], ...groups.map((group) => ['group', group])]);
				const view = viewOf(content, instrument, asked);
				expect(view.groups.length).toBeLessThanOrEqual(3);
				expect(view.groups.every((group) => GROUPS.includes(group))).toBe(true);
				expect(view.measures).toContain(view.measure);
			}
		)
	);
});

test('what is in the file of any population lets no sum reach fewer than ten', () => {
	fc.assert(
		fc.property(anyPopulation(200), (members) => {
			const [content] = contentsOf(members) as [ReleaseContent];
			const shown = content.tables.full.map(({ group }) => group);
			expect(smallestBySums(members, shown, GROUP_MINIMUM)).toBeUndefined();
		}),
		{ numRuns: 30 }
	);
});
