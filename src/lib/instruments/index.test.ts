import { expect, test } from 'vitest';
import { BANDS, KINDS } from '#lib/domain/municipality/municipality.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument, findInstrument } from '#lib/instruments/index.ts';

test('the current instrument has 54 items, 18 of them in the short variant', () => {
	const { instrument, sha256 } = currentInstrument();
	expect(instrument.id).toBe('standort-2030');
	expect(itemsOf(instrument, 'full')).toHaveLength(54);
	expect(itemsOf(instrument, 'short')).toHaveLength(18);
	expect(itemsOf(instrument, 'full', 'budget')).toHaveLength(18);
	expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a version that does not exist is not found', () => {
	expect(findInstrument('standort-2030', '1.0.0')).toBe(currentInstrument());
	expect(findInstrument('standort-2030', '0.9.0')).toBeUndefined();
	expect(findInstrument('another', '1.0.0')).toBeUndefined();
});

test('the profile offers the kinds and population bands that the code knows', () => {
	const options = (id: string) =>
		currentInstrument()
			.instrument.profile.find((field) => field.id === id)
			?.options?.map((option) => option.id);
	expect(options('kind')).toEqual([...KINDS]);
	expect(options('populationBand')).toEqual([...BANDS]);
});
