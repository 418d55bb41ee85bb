import { expect, expectTypeOf, test } from 'vitest';
import { LOCALES, type Criterion } from './instrument.ts';
import { glossaryOf, localise, type Localised } from './localise.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();

test('picks one language at every depth and leaves the rest alone', () => {
	const value = {
		id: 'D1',
		core: true,
		name: { de: 'Ziele', en: 'Goals' },
		items: [{ help: undefined, evidence: { de: ['Beschluss'], en: ['Decision'] } }]
	};
	expect(localise(value, 'en')).toEqual({
		id: 'D1',
		core: true,
		name: 'Goals',
		items: [{ help: undefined, evidence: ['Decision'] }]
	});
	expect(localise(value, 'de').items).toEqual([{ help: undefined, evidence: ['Beschluss'] }]);
});

test('the type follows the value', () => {
	expectTypeOf<Localised<Criterion>['name']>().toEqualTypeOf<string>();
	expectTypeOf<Localised<Criterion>['items'][number]['evidence']>().toEqualTypeOf<string[]>();
	expectTypeOf<Localised<Criterion>['items'][number]['core']>().toEqualTypeOf<boolean>();
	expect(localise(null, 'de')).toBeNull();
});

test.each(LOCALES)('nothing of the other language stays in the instrument (%s)', (locale) => {
	const text = JSON.stringify(localise(instrument, locale));
	expect(text).not.toContain('"de":');
	expect(text).not.toContain('"en":');
});

test('the glossary stands in the alphabetical order of its language, umlauts among their vowels', () => {
	const german = glossaryOf(instrument, 'de').map(({ term }) => term);
	const english = glossaryOf(instrument, 'en').map(({ term }) => term);
	expect(german).toHaveLength(instrument.glossary.length);
	expect(german.slice(0, 2)).toEqual(['Agenda 2030', 'Agil']);
	expect(english.slice(0, 2)).toEqual(['2030 Agenda', 'Accrual accounting']);
	const term = (de: string) => ({ term: { de, en: de }, meaning: { de, en: de } });
	const glossary = ['Zoll', 'Übertrag', 'Umlage'].map(term);
	expect(glossaryOf({ ...instrument, glossary }, 'de').map((entry) => entry.term)).toEqual([
		'Übertrag',
		'Umlage',
		'Zoll'
	]);
});
