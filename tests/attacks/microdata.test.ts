/** D9 (b): what somebody who has every file of microdata, and knows one municipality well, must not find out about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGE_MINIMUM, GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import { KINDS } from '#lib/domain/municipality/municipality.ts';
import {
	patternOf,
	PATTERN_MINIMUM,
	type Combination,
	type Microdata,
	type Pattern
} from '#lib/domain/microdata/microdata.ts';
import { microdataSheet } from '#lib/domain/microdata/sheet.ts';
import type { MicrodataMember } from '#lib/domain/microdata/plan.ts';
import { shownRows } from '#lib/domain/microdata/shown.ts';
import { planFiles, row, rowsOf, somebody } from '../support/microdata-files.ts';

const anyScore = fc.constantFrom(1, 1.5, 2, 2.5, 2.5, 3, 3, 3.5, 4, 5);
const anyOrNone = fc.option(anyScore, { freq: 12 });
const anyMember: fc.Arbitrary<MicrodataMember> = fc.record({
	id: fc.nat(300).map((number) => `m${number}`),
	band: fc.constantFrom(1, 2, 2, 2, 3, 3, 6),
	kind: fc.constantFrom(...KINDS, 'town', 'town', 'municipality'),
	pattern: fc.tuple(anyScore, anyOrNone, anyOrNone)
});
const some = (minLength: number, maxLength: number) =>
	fc.uniqueArray(anyMember, { minLength, maxLength, selector: ({ id }) => id });
const anyHistory = fc
	.tuple(some(20, 90), fc.array(some(0, 16), { minLength: 1, maxLength: 3 }))
	.map(([first, more]) => {
		const releases = [first];
		for (const changes of more) {
			const kept = (releases.at(-1) ?? []).filter(
				({ id }) => !changes.some((one) => one.id === id && one.kind === 'district')
			);
			releases.push([...new Map([...kept, ...changes].map((one) => [one.id, one])).values()]);
		}
		return releases;
	});

/** Rows as they are downloaded, in one text each. */
const textsOf = ({ rows }: Combination) => shownRows(rows).map((scores) => JSON.stringify(scores));
const named = ({ combinations }: Microdata) => new Map(combinations.map((one) => [`${one.band} ${one.kind}`, one]));

/** The fewest municipalities that make two lists of rows differ. */
function difference(before: readonly string[], now: readonly string[]): number {
	const left = [...now];
	const gone = before.filter((text) => {
		const index = left.indexOf(text);
		if (index >= 0) left.splice(index, 1);
		return index < 0;
	});
	return Math.max(gone.length, left.length);
}

test('k and l: ten rows in each combination, and three different patterns wherever scores are shown', () => {
	fc.assert(
		fc.property(anyHistory, (releases) => {
			for (const file of planFiles(releases))
				for (const combination of file?.combinations ?? []) {
					const texts = textsOf(combination);
					expect(texts.length).toBeGreaterThanOrEqual(GROUP_MINIMUM);
					if (texts.some((text) => text !== '[null,null,null]'))
						expect(new Set(texts).size).toBeGreaterThanOrEqual(PATTERN_MINIMUM);
				}
		})
	);
});

test('two downloads joined by value: between any two files a combination differs in no row or in at least five', () => {
	fc.assert(
		fc.property(anyHistory, (releases) => {
			const files = planFiles(releases).flatMap((file) => (file ? [named(file)] : []));
			const changes = files.flatMap((now, index) =>
				files.slice(0, index).flatMap((before) =>
					[...now].flatMap(([label, combination]) => {
						const other = before.get(label);
						return other ? [difference(textsOf(other), textsOf(combination))] : [];
					})
				)
			);
			expect(changes.filter((changed) => changed > 0 && changed < CHANGE_MINIMUM)).toEqual([]);
		}),
		{ numRuns: 300 }
	);
});

describe('three municipalities that pool their own rows', () => {
	const rest = [row(2, 1, 1), row(2, 2, 4), row(2, 4, 2)];
	const others = [row(3, 1, 1), row(3, 1, 2), row(3, 2, 1), row(3, 2, 2), row(3, 4, 4), row(3, 4, 1), row(3, 1, 4)];
	const fileOf = (rows: Pattern[]) => {
		const [file] = planFiles([rows.map((pattern, index) => somebody(`m${index}`, 2, 'town', pattern))]);
		return file?.combinations.flatMap(({ rows }) => shownRows(rows).map(([decision]) => decision));
	};

	test('do not see what all seven others have in common', () => {
		expect(fileOf([...rest, ...others])).not.toContain(3);
	});

	test('nor in any population', () => {
		fc.assert(
			fc.property(anyHistory, ([first = []]) => {
				for (const { rows } of planFiles([first])[0]?.combinations ?? [])
					for (const position of [0, 1, 2] as const) {
						const shown = shownRows(rows).map((scores) => scores[position]);
						const counts = [...Map.groupBy(shown, (score) => score)].filter(([score]) => score !== null);
						expect(counts.every(([, some]) => shown.length - some.length > 3)).toBe(true);
					}
			})
		);
	});
});

test('two downloads as wholes differ in no row or in at least five', () => {
	fc.assert(
		fc.property(anyHistory, (releases) => {
			const files = planFiles(releases).flatMap((file) => (file ? [file.combinations.flatMap(textsOf)] : []));
			const changes = files.flatMap((now, index) => files.slice(0, index).map((before) => difference(before, now)));
			expect(changes.filter((changed) => changed > 0 && changed < CHANGE_MINIMUM)).toEqual([]);
		}),
		{ numRuns: 300 }
	);
});

describe('a single dimension of two downloads', () => {
	const column = (file: Microdata | undefined) =>
		file?.combinations.flatMap(({ rows }) => rows.map(([score]) => score));

	test('does not tell which score changed, where four others changed in another dimension only', () => {
		const first = rowsOf(20, 2, 'town');
		const second = first.map((one, index): MicrodataMember => {
			const [decision, administration, budget] = one.pattern;
			if (index === 0) return { ...one, pattern: [4.5, administration, budget] };
			return index < 5 ? { ...one, pattern: [decision, administration, 4.5] } : one;
		});
		const files = planFiles([first, second]);
		expect(column(files[1])).toEqual(column(files[0]));
	});

	test('between any two files differs in no row or in at least five', () => {
		fc.assert(
			fc.property(anyHistory, fc.constantFrom(0, 1, 2), (releases, position) => {
				const columns = planFiles(releases).flatMap((file) =>
					file
						? [file.combinations.flatMap(({ rows }) => shownRows(rows).map((scores) => String(scores[position])))]
						: []
				);
				const changes = columns.flatMap((now, index) =>
					columns.slice(0, index).map((before) => difference(before, now))
				);
				expect(changes.filter((changed) => changed > 0 && changed < CHANGE_MINIMUM)).toEqual([]);
			})
		);
	});
});

test('a published table minus the rows of the file is nobody: whoever has a score in one dimension stands in the file', () => {
	const scores = { decision: 3.1, administration: 2.4, budget: null };
	const lacking = { ...somebody('lacking', 2, 'town', row(3, 2.5, null)), pattern: patternOf(scores) as Pattern };
	const [file] = planFiles([[...rowsOf(30, 2, 'town'), lacking]]);
	expect(file?.combinations.flatMap(({ rows }) => rows)).toHaveLength(31);
});

test('what nine of thirteen have is withheld, as what nobody has', () => {
	const rows = rowsOf(13, 2, 'town').map(({ pattern: [decision, administration, budget] }, index) =>
		row(decision, administration, index < 9 ? budget : null)
	);
	expect(shownRows(rows).map(([, , budget]) => budget)).toEqual(rows.map(() => null));
});

test('microdata of release 3 minus release 1, around a detour, is no way', () => {
	const first = rowsOf(20, 2, 'town');
	const [one, , three] = planFiles([
		first,
		[...first, ...rowsOf(8, 2, 'town', 60)],
		[...first, somebody('new', 2, 'town', row(1, 5, 1))]
	]);
	expect(three?.combinations.flatMap(({ rows }) => rows)).not.toContainEqual([1, 5, 1]);
	expect(difference(one?.combinations.flatMap(textsOf) ?? [], three?.combinations.flatMap(textsOf) ?? [])).not.toBe(1);
});

describe("a council paper's six criterion scores, and with them one dimension's score, against the microdata", () => {
	/** The rows that whoever knows one score of somebody must take into account. */
	function candidates(combination: Combination, position: number, score: number) {
		const shown = shownRows(combination.rows);
		const sharing = shown.filter((scores) => scores[position] === score);
		return sharing.length > 0 ? sharing : shown.filter((scores) => scores[position] === null);
	}

	test('neither pick a row nor tell another score', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(anyScore, anyScore, anyScore), { minLength: 10, maxLength: 60 }), (rows) => {
				const combination: Combination = { band: 2, kind: 'town', from: 1, rows };
				for (const own of rows)
					for (const position of [0, 1, 2]) {
						const found = candidates(combination, position, own[position] ?? 0);
						const others = [0, 1, 2].filter((other) => other !== position);
						expect(found.length).toBeGreaterThanOrEqual(PATTERN_MINIMUM);
						for (const other of others) {
							const values = new Set(found.map((scores) => scores[other]));
							expect(values.size > 1 || values.has(null)).toBe(true);
						}
					}
			})
		);
	});

	test('which is rare: the score is withheld, and with it the way to the others', () => {
		const rows: Pattern[] = [...rowsOf(18, 2, 'town').map(({ pattern }) => pattern), row(5, 1, 4)];
		const shown = shownRows(rows);
		expect(shown.flat()).not.toContain(5);
		expect(shown).not.toContainEqual([null, 1, 4]);
	});
});

test('the order of rows tells nothing: they are sorted by value, whoever came first', () => {
	const members = rowsOf(20, 2, 'town');
	const sheets = [members, members.toReversed()].map((some) => {
		const [file] = planFiles([some]);
		return file && microdataSheet(file, 1).rows;
	});
	expect(sheets[0]).toEqual(sheets[1]);
	expect(sheets[0]).toEqual(
		sheets[0]?.toSorted((a, b) =>
			JSON.stringify(a.map((value) => value ?? 9)) < JSON.stringify(b.map((value) => value ?? 9)) ? -1 : 1
		)
	);
});

test('no Land, no criteria, no days: nothing but band, kind and three scores to 0.5', () => {
	const [file] = planFiles([rowsOf(30, 2, 'town')]);
	const sheet = file && microdataSheet(file, 1);
	expect(sheet?.columns.map(({ title }) => title)).toEqual([
		...['release', 'band', 'kind', 'decision', 'administration', 'budget', 'carried_from']
	]);
	const scores = sheet?.rows.flatMap((cells) => cells.slice(3, 6)).filter((cell) => cell !== null) ?? [];
	expect(scores.filter((score) => (Number(score) * 2) % 1 !== 0)).toEqual([]);
});
