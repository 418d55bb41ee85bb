import { expect, test } from 'vitest';
import { councilOf } from './council.ts';

test.each([
	['a district anywhere', { kind: 'district', state: '09' }, 'districtCouncil'],
	['a town in Nordrhein-Westfalen', { kind: 'town', state: '05' }, 'councilOfNorth'],
	['a municipality in Niedersachsen', { kind: 'municipality', state: '03' }, 'councilOfNorth'],
	['a city in Bayern', { kind: 'independentCity', state: '09' }, 'cityCouncil'],
	['a municipality in Bayern', { kind: 'municipality', state: '09' }, 'localCouncil'],
	['a city in Baden-Württemberg', { kind: 'independentCity', state: '08' }, 'localCouncil'],
	['a town in Hessen', { kind: 'town', state: '06' }, 'cityAssembly'],
	['a municipality in Brandenburg', { kind: 'municipality', state: '12' }, 'localAssembly'],
	['a municipality in Schleswig-Holstein', { kind: 'municipality', state: '01' }, 'localAssembly'],
	['a town in Schleswig-Holstein, where names differ', { kind: 'town', state: '01' }, 'council'],
	['an association', { kind: 'association', state: '07' }, 'council']
] as const)('the council of %s', (_, municipality, council) => {
	expect(councilOf(municipality)).toBe(council);
});
