import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { itemsOf } from './instrument.ts';
import { questionnaireText } from './questionnaire-text.ts';

const { instrument } = currentInstrument();

test.each(['de', 'en'] as const)('every statement stands in it with its five levels (%s)', (locale) => {
	const text = questionnaireText(instrument, locale);
	for (const { id, statement, levels } of itemsOf(instrument, 'full')) {
		expect(text).toContain(`#### ${id} ${statement[locale]}\n`);
		levels.forEach((level, index) => expect(text).toContain(`${index + 1}. ${level[locale]}\n`));
	}
	for (const { term, meaning } of instrument.glossary)
		expect(text).toContain(`- **${term[locale]}:** ${meaning[locale]}\n`);
	expect(text).toContain(instrument.licence);
});

test('it tells which statements the short questionnaire has', () => {
	const marks = questionnaireText(instrument, 'de').match(/^Auch im kurzen Fragebogen\.$/gm);
	expect(marks).toHaveLength(itemsOf(instrument, 'short').length);
});
