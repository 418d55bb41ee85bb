import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function score(...args: string[]) {
	return spawnSync(process.execPath, ['tools/score.ts', ...args], { encoding: 'utf8' });
}

function fileOf(content: unknown): string {
	const file = join(folder, 'cases.json');
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

const solo = {
	id: 'one',
	variant: 'short',
	mode: 'solo',
	respondents: [{ id: 'r01', role: 'staff', ratings: { 'D1.1': 4, 'Z9.9': 1 } }],
	consensus: {},
	expected: 'is not read'
};

test('prints one result for each case, and nothing but JSON', () => {
	const team = { ...solo, id: 'two', mode: 'team', scope: 'budget', respondents: [] };
	const { status, stdout, stderr } = score(fileOf([solo, team]));
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const [one, two] = JSON.parse(stdout);
	expect(Object.keys(one)).toEqual(['id', 'criteria', 'dimensions', 'overall']);
	expect(one.criteria).toMatchObject({ D1: 4, D2: null });
	expect(two).toMatchObject({ id: 'two', dimensions: { budget: { score: null } }, overall: null, agenda: [] });
});

test.each([
	['a missing file', () => join(folder, 'nowhere.json'), 'no such file'],
	['what is no JSON', () => fileOf('[{'), 'JSON'],
	['what is no list', () => fileOf(solo), 'expected array'],
	[
		'a level that does not exist',
		() => fileOf([{ ...solo, respondents: [{ id: 'r01', ratings: { 'D1.1': 6 } }] }]),
		'case "one" (number 1): respondents[0].ratings["D1.1"]: '
	]
])('tells about %s, prints no result and fails', (_, file, reason) => {
	const { status, stdout, stderr } = score(file());
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toContain(reason);
});

test('says how it is called where no file is named', () => {
	expect(score()).toMatchObject({ status: 1, stdout: '', stderr: 'Usage: npm run --silent score -- FILE\n' });
});
