import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a file name has plain letters only, however a municipality is called', () => {
	expect(fileName(['Standort 2030', 'Bad Königsau a.d. Öde', '2026-11-25'], 'csv')).toBe(
		'standort-2030_bad-koenigsau-a-d-oede_2026-11-25.csv'
	);
	expect(fileName(['Ergebnis', '../../"; rm\r\nX: y', '…'], 'json')).toBe('ergebnis_rm-x-y.json');
});

test('a very long name is cut', () => {
	expect(fileName(['a'.repeat(200)], 'png')).toBe(`${'a'.repeat(60)}.png`);
	expect(fileName([`${'a'.repeat(59)} b`], 'png')).toBe(`${'a'.repeat(59)}.png`);
});
