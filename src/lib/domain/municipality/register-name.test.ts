import { expect, test } from 'vitest';
import { nameInSentence, registerName } from './register-name.ts';

test.each([
	['district', '43', 'Musterau', 'Kreis Musterau'],
	['district', '44', 'Musterau', 'Landkreis Musterau'],
	['district', '44', 'Musteraukreis', 'Musteraukreis'],
	['district', '44', 'Region Musterau', 'Region Musterau'],
	['district', '45', 'Regionalverband Musterau', 'Regionalverband Musterau'],
	['association', '51', 'Öhmer Land', 'Amt Öhmer Land'],
	['association', '51', 'Amt Öhmer Land', 'Amt Öhmer Land'],
	['association', '51', 'Amtshausen', 'Amt Amtshausen'],
	['association', '52', 'Öhmer Land', 'Samtgemeinde Öhmer Land'],
	['association', '53', 'Öhmer Land', 'Verbandsgemeinde Öhmer Land'],
	['association', '54', 'Öhmried (VGem)', 'Verwaltungsgemeinschaft Öhmried'],
	['association', '54', 'VVG der Stadt Öhmried', 'VVG der Stadt Öhmried'],
	['association', '55', 'Öhmer Land', 'Amt Öhmer Land'],
	['association', '56', 'GVV Öhmried', 'GVV Öhmried'],
	['association', '56', 'Öhmried', 'Verwaltungsverband Öhmried'],
	['association', '58', 'Öhmried, Stadt', 'Öhmried, Stadt'],
	['municipality', '63', 'Öhmried, St', 'Öhmried, Stadt'],
	['municipality', '60', 'Öhmried b.Zwolfstadt, M', 'Öhmried b.Zwolfstadt, Markt'],
	['municipality', '67', 'Öhmried, GKSt', 'Öhmried, Große Kreisstadt'],
	['municipality', '63', 'Öhmried , Stadt', 'Öhmried, Stadt'],
	['municipality', '64', 'Öhmer  Land', 'Öhmer Land'],
	['municipality', '64', 'Musteraukreis', 'Musteraukreis']
] as const)('a %s with code %s named "%s" is called "%s"', (level, code, name, said) => {
	expect(registerName(level, code, name)).toBe(said);
});

test.each([
	['Musterau, Stadt', 'Musterau'],
	['Öhmried, Berg- und Universitätsstadt', 'Öhmried'],
	['Landkreis Musterau', 'Landkreis Musterau'],
	['VVG der Städte Musterau, Öhmried', 'VVG der Städte Musterau, Öhmried'],
	['Musterau, Öhmried, Zell', 'Musterau, Öhmried, Zell']
])('in a sentence "%s" is "%s"', (name, said) => {
	expect(nameInSentence(name)).toBe(said);
});
