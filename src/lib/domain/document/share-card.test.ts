import { describe, expect, test } from 'vitest';
import { HUES, textWidth } from './chart-look.ts';
import { CARD_SIZE, shareCard, type ShareCard } from './share-card.ts';

const CARD: ShareCard = {
	name: 'Musterau',
	about: 'Ergebnis der Standortbestimmung, 20. November 2025',
	dimensions: [
		{ id: 'decision', name: 'Politische Entscheidungsprozesse', stage: 3, said: 'Stufe 3: Geregelt' },
		{ id: 'administration', name: 'Verwaltungsstrukturen', stage: 1, said: 'Stufe 1: Noch nicht begonnen' },
		{ id: 'budget', name: 'Wirkungsorientierter Haushalt', stage: null, said: 'kein Wert' }
	],
	note: 'Selbst eingeschätzt, nicht geprüft.',
	product: 'Standort 2030'
};
const textsOf = (card: ShareCard) => shareCard(card).content.filter(({ name }) => name === 'text');

describe('a card to share', () => {
	test('says whose it is, what it is, and each stage in words', () => {
		const texts = textsOf(CARD).map(({ content }) => content);
		for (const said of [CARD.name, CARD.about, CARD.note, ...CARD.dimensions.flatMap((one) => [one.name, one.said])])
			expect(texts).toContain(said);
	});

	test('fills as many steps as the stage has, and none where there is no stage', () => {
		const filled = (hue: string) =>
			shareCard(CARD).content.filter(({ name, attributes }) => name === 'rect' && attributes.fill === hue);
		expect(filled(HUES.decision)).toHaveLength(3);
		// The mark of this dimension is a square, too.
		expect(filled(HUES.administration)).toHaveLength(2);
		expect(filled(HUES.budget)).toHaveLength(0);
	});

	test.each([
		'Verwaltungsgemeinschaft Oberniederunterwaldkirchen an der Großen Mühl',
		`Samtgemeinde ${'Oberniederunterwaldkirchen-'.repeat(6)}`,
		'Gemeinde '.repeat(40)
	])('keeps a long name within its edges: %s', (name) => {
		const drawn = textsOf({ ...CARD, name });
		const long = drawn.filter(
			({ content }) => typeof content === 'string' && name.startsWith(String(content).slice(0, 8))
		);
		expect(long.length).toBeGreaterThan(0);
		for (const { content, attributes } of drawn)
			expect(textWidth(String(content), Number(attributes['font-size']))).toBeLessThan(CARD_SIZE.width);
	});
});
