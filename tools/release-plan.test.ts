import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'standort-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const members = (count: number, score = (index: number) => 1.4 + (index % 7) / 2) =>
	Array.from({ length: count }, (_, index) => ({
		id: `m${index}`,
		population: 8_000,
		kind: 'town',
		state: '05',
		scores: { decision: score(index), budget: index < 4 ? 3 : null }
	}));

function plan(content: unknown): { status: number; out: string; err: string } {
	const file = join(folder, 'plan.json');
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	try {
		const out = execFileSync(process.execPath, ['tools/release.ts', 'plan', file], { encoding: 'utf8', stdio: 'pipe' });
		return { status: 0, out, err: '' };
	} catch (error) {
		const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
		return { status, out: stdout, err: stderr };
	}
}

describe('release -- plan', () => {
	test('tells each measure of each group, shown or withheld with its reason', () => {
		const { groups } = JSON.parse(plan({ assessments: members(12) }).out);
		expect(groups.map(({ group, n }: { group: string; n: number }) => `${group} ${n}`)).toEqual([
			'all 12',
			'band:2 12',
			'band:2/kind:town 12',
			'kind:town 12',
			'state:05 12'
		]);
		expect(groups[0].measures).toEqual({
			budget: { published: false, reason: 'size' },
			decision: { published: true, median: 2.6 }
		});
	});

	test('marks what is carried over from an earlier release', () => {
		const { groups } = JSON.parse(plan({ assessments: members(13), previous: [members(12)] }).out);
		expect(groups[0]).toMatchObject({ n: 13, measures: { decision: { published: true, carried: true, median: 2.6 } } });
	});

	test('does not show what a holder knows too well', () => {
		const holders = [
			members(12)
				.map(({ id }) => id)
				.slice(0, 8)
		];
		const { groups } = JSON.parse(plan({ assessments: members(12), holders }).out);
		expect(groups[0].measures.decision).toEqual({ published: false, reason: 'holder' });
	});

	test.each([
		['no JSON', '{', 'JSON'],
		['a wrong kind', { assessments: [{ ...members(1)[0], kind: 'city' }] }, 'assessments[0].kind'],
		['a score out of range', { assessments: members(1, () => 6) }, 'assessments[0].scores.decision']
	])('names what is wrong: %s', (_, content, named) => {
		const { status, out, err } = plan(content);
		expect(status).toBe(1);
		expect(out).toBe('');
		expect(err).toContain(named);
	});
});
