import { expect, test } from 'vitest';
import { criteriaOf, DIMENSIONS, LOCALES, type Criterion, type Text } from './instrument.ts';
import { estimateMinutes, minutesFor, SECONDS_TO_DECIDE, WORDS_PER_MINUTE } from './reading-time.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();

test.each(LOCALES)('about 15 minutes for the short variant and 45 for the full one (%s)', (locale) => {
	expect(estimateMinutes(instrument, 'short', locale)).toBe(15);
	expect(estimateMinutes(instrument, 'full', locale)).toBe(45);
});

test('one dimension takes about a third', () => {
	const minutes = DIMENSIONS.map((scope) => estimateMinutes(instrument, 'full', 'de', scope));
	expect(minutes).toEqual([15, 15, 15]);
	expect(estimateMinutes(instrument, 'short', 'de', 'budget')).toBe(5);
});

/** A criterion with one core item; all texts but the levels are empty. */
function criterionWith(levels: Text[]): Criterion {
	const [criterion] = criteriaOf(instrument);
	const [item] = criterion?.items ?? [];
	if (!criterion || !item) throw new Error('no criterion');
	const empty = { de: '', en: '' };
	return {
		...criterion,
		name: empty,
		question: empty,
		items: [{ ...item, core: true, statement: empty, help: empty, levels }]
	};
}

test('four fifths of the words of the levels are read, and then it takes a while to decide', () => {
	const words = (count: number) => 'ein Wort – '.repeat(count / 2);
	const level = { de: words(WORDS_PER_MINUTE.de - 7), en: words(WORDS_PER_MINUTE.en + 2) };
	const criterion = criterionWith([level, level, level, level, level]);
	const decide = SECONDS_TO_DECIDE / 60;
	expect(minutesFor([criterion], 'full', 'de') - decide).toBeCloseTo((4 * 200) / 207, 9);
	expect(minutesFor([criterion, criterion], 'full', 'en') - 2 * decide).toBeCloseTo((8 * 240) / 238, 9);
});

test('the parts add up to the whole', () => {
	const parts = criteriaOf(instrument).map((criterion) => minutesFor([criterion], 'full', 'de'));
	const whole = minutesFor(criteriaOf(instrument), 'full', 'de');
	expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(whole, 9);
});

test('nothing is said to take less than five minutes', () => {
	const words = criterionWith([]);
	const little = { ...instrument, dimensions: instrument.dimensions.map((d) => ({ ...d, criteria: [words] })) };
	expect(estimateMinutes(little, 'short', 'en', 'decision')).toBe(5);
});
