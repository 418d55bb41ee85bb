import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bandOf, KINDS, ProfileMunicipality } from '#lib/domain/municipality/municipality.ts';
import { FICTITIOUS_REGISTER } from '#lib/server/municipalities/fictitious-register.ts';
import { ENDINGS, STEMS } from './names.ts';
import { makePlaces, MUNICIPALITIES } from './places.ts';
import { municipalityOf } from './profile.ts';

const places = makePlaces(2030);
const share = (count: number) => count / places.length;

describe('the places of the demonstration', () => {
	test('are 400, each with a key and a name of its own, as a profile carries them', () => {
		expect(places).toHaveLength(MUNICIPALITIES);
		expect(new Set(places.map(({ key }) => key)).size).toBe(MUNICIPALITIES);
		expect(new Set(places.map(({ name }) => name)).size).toBe(MUNICIPALITIES);
		expect(places.map((place) => ProfileMunicipality.safeParse(municipalityOf(place)).success)).not.toContain(false);
	});

	test('are the same again for the same seed, and others for another', () => {
		expect(makePlaces(2030)).toEqual(places);
		expect(makePlaces(2031)).not.toEqual(places);
	});

	test('are of every kind and population band, from many Länder, unevenly spread', () => {
		expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(KINDS));
		expect(new Set(places.map(({ population }) => bandOf(population))).size).toBe(6);
		const largest = Math.max(
			...Map.groupBy(places, ({ state }) => state)
				.values()
				.map((list) => share(list.length))
		);
		expect(new Set(places.map(({ state }) => state)).size).toBeGreaterThan(8);
		expect(largest).toBeGreaterThan(0.25);
		expect(largest).toBeLessThan(0.5);
	});

	test('lie in districts that are there and larger than what lies in them', () => {
		const districts = new Map(places.map((place) => [place.key, place]));
		const members = places.filter(({ districtKey }) => districtKey !== null);
		expect(members.length).toBeGreaterThan(200);
		for (const [key, inside] of Map.groupBy(members, ({ districtKey }) => districtKey ?? '')) {
			const sum = inside.reduce((total, { population }) => total + population, 0);
			expect(districts.get(key)).toMatchObject({ kind: 'district', name: inside[0]?.districtName });
			expect(districts.get(key)?.population).toBeGreaterThan(sum);
		}
	});

	test('have keys that no official entry has: none lies in a Regierungsbezirk 9', () => {
		expect(places.filter(({ key }) => key[2] !== '9')).toEqual([]);
	});

	test('share neither key nor name with the small register that comes with the product', () => {
		const register = readFileSync(FICTITIOUS_REGISTER, 'utf8');
		const districts = new Set(Array.from(register.matchAll(/^60.{8}(.{5})/gm), ([, key]) => key));
		expect(districts.size).toBeGreaterThan(20);
		expect(places.filter(({ key }) => districts.has(key.slice(0, 5)))).toEqual([]);
		expect(STEMS.filter((stem) => register.toLowerCase().includes(stem.toLowerCase()))).toEqual([]);
	});

	test('have names of a made-up stem, a usual ending and what the register puts around it, and of nothing else', () => {
		const endings = Object.values(ENDINGS).flat().join('|');
		const titles = 'Amt |Samtgemeinde |Verbandsgemeinde |Verwaltungsgemeinschaft ';
		const madeUp = new RegExp(`^(${titles})?(${STEMS.join('|')})(${endings})(, Stadt)?$`);
		expect(places.filter(({ name }) => !madeUp.test(name))).toEqual([]);
	});
});
