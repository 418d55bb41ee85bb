/** Attacks through what a reader receives: the data of the page and its markup. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Comparison from '#lib/components/comparison/Comparison.svelte';
import { compareWithRelease, type OwnResult } from '#lib/domain/disclosure/benchmark.ts';
import { planRelease, publishGroups, type ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';

/** So many towns, spread over the scale in `decision`, with this score for the criterion `D1`. */
const towns = (count: number, criterion: (index: number) => number | null): Member[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `town-${index}`,
		population: 8_000,
		kind: 'town',
		state: '05',
		scores: { decision: 1 + (index % 9) / 2, D1: criterion(index) }
	}));

const releaseOf = (members: Member[]): ReleaseContent => ({
	number: 1,
	cutoff: '2026-11-01',
	demonstration: false,
	licence: 'CC BY 4.0',
	methods: ['1.0.0'],
	instruments: [],
	tables: { full: publishGroups(planRelease(members, [], [])), short: [] }
});

const own: OwnResult = {
	result: {
		items: {},
		criteria: { D1: { score: 2.3, notApplicable: false, applicable: 3, rated: 3, lower: 2.3, upper: 2.3 } },
		dimensions: {},
		overall: null,
		span: null
	},
	variant: 'full',
	profile: { source: 'trial', asked: {} },
	measures: ['decision', 'D1']
};

/** What the page of a result receives, and what it shows. */
function pageOf(members: Member[] | undefined) {
	const comparison = compareWithRelease(own, members && releaseOf(members));
	const props = { comparison, names: { decision: 'Decision', D1: 'Goals' }, solo: true };
	return { data: JSON.stringify(comparison), body: render(Comparison, { props }).body };
}

const empty = pageOf(towns(40, () => null));

describe('a criterion of which nothing is shown', () => {
	test.each([
		['answered by nine', towns(40, (index) => (index < 9 ? 1 + (index % 4) : null))],
		['at level 1 everywhere', towns(40, () => 1)],
		['nearly alike', towns(40, (index) => 3 + (index % 3) / 20)]
	])('%s is told like one that nobody answered', (_, members) => {
		expect(pageOf(members)).toEqual(empty);
	});

	test('is told by the same dash, and the page says why only once for all', () => {
		expect(empty.body.match(/zum Schutz einzelner Kommunen/g)).toHaveLength(1);
		expect(empty.body).toContain('nicht gezeigt');
	});

	test('gives no reason away', () => {
		const { data, body } = pageOf(towns(40, () => 1));
		for (const word of ['withheld', 'size', 'holder', 'homogeneous', 'complement'])
			expect(data + body).not.toContain(word);
	});
});

test('before there are ten, the page is the same with none and with nine', () => {
	expect(pageOf(towns(9, () => 2))).toEqual(pageOf(undefined));
});

test('neither ids nor exact numbers reach the page', () => {
	const { data, body } = pageOf(towns(43, (index) => 1 + (index % 7) / 2));
	expect(data + body).not.toContain('town-');
	expect(data + body).not.toMatch(/\b43\b/);
	expect(body).toContain('mindestens 40 Kommunen');
});
