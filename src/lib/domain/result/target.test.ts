import { expect, test } from 'vitest';
import { readTarget, typedTarget, type Target } from './target.ts';

const NONE: Target = {};
const FOUR: Target = { target: 4, targetYear: 2030 };
const read = (level: string, year: string, stored = NONE) => readTarget({ level, year }, stored);

test('M9: a target is a level with a year', () => {
	expect(read('4', '2030')).toEqual(FOUR);
	expect(typedTarget(FOUR)).toEqual({ level: '4', year: '2030' });
	expect(typedTarget(NONE)).toEqual({ level: '', year: '' });
});

test.each([
	['1', '2020'],
	['5', '2100']
])('M9: level %s and year %s are the limits', (level, year) => {
	expect(read(level, year)).toEqual({ target: Number(level), targetYear: Number(year) });
});

test.each([
	['0', '2030', 'level'],
	['6', '2030', 'level'],
	['2.5', '2030', 'level'],
	['high', '2030', 'level'],
	['', '2030', 'level'],
	['4', '', 'year'],
	['4', '2019', 'year'],
	['4', '2101', 'year'],
	['4', '30', 'year'],
	['4', '2.03e3', 'year'],
	['4', 'bald', 'year']
])('level "%s" with year "%s" is no target, and the %s is at fault', (level, year, wrong) => {
	expect(read(level, year)).toEqual({ wrong });
});

test('without a level there is no target any more, whether or not its year is left standing', () => {
	expect(read('', '', FOUR)).toEqual({});
	expect(read('', '2030', FOUR)).toEqual({});
	expect(read('', '2031', FOUR)).toEqual({ wrong: 'level' });
});

test('a target that was not touched stays, even one without a year', () => {
	expect(read('4', '2030', FOUR)).toEqual(FOUR);
	expect(read('3', '', { target: 3 })).toEqual({ target: 3 });
	expect(read('4', '', { target: 3 })).toEqual({ wrong: 'year' });
});
