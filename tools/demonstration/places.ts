/** 400 municipalities that exist nowhere, as unevenly spread over kinds, sizes and Länder as real ones that take part. */
import type { Kind } from '#lib/domain/municipality/municipality.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { namesOf, officialName } from './names.ts';

export const MUNICIPALITIES = 400;

/** Two of five come from the Land where the project began. City states have nobody to compare within. */
const STATES = {
	'05': 40,
	'03': 11,
	'08': 10,
	'06': 8,
	'09': 7,
	'07': 6,
	'01': 4,
	'14': 4,
	'12': 3,
	'16': 3,
	'13': 2,
	'15': 2,
	'10': 1
} as const;
const KINDS = { town: 46, municipality: 30, independentCity: 12, association: 12 } as const;
const NO_ASSOCIATIONS = ['05', '06', '10'];
const NO_INDEPENDENT_CITIES = ['10'];
/** of all that take part; each Land has one at least, in which the others lie */
const DISTRICT_SHARE = 0.1;

/** Sizes are log-normal, as those of real municipalities are. */
const SIZES: Record<Kind, { median: number; spread: number; smallest: number }> = {
	district: { median: 190_000, spread: 0.4, smallest: 52_000 },
	independentCity: { median: 125_000, spread: 0.6, smallest: 36_000 },
	town: { median: 21_000, spread: 0.8, smallest: 1_900 },
	municipality: { median: 7_000, spread: 0.8, smallest: 240 },
	association: { median: 11_000, spread: 0.5, smallest: 2_600 }
};
const HECTARES = { district: 95_000, independentCity: 14_000, town: 7_500, municipality: 3_400, association: 12_000 };

/** Districts have more inhabitants than those of their municipalities that take part. */
const DISTRICT_REST = 1.2;

/**
 * No official key has a 9 in third place: no Land has so many Regierungsbezirke. The small register that comes with
 * the product has keys of that kind, too; these numbers of districts are not among them.
 */
const districtKey = (state: string, index: number) => `${state}9${70 + index}`;
const cityKey = (state: string, index: number) => `${state}9${10 + index}000`;
const MOST_DISTRICTS = 9;

/** Makes up all places; the same seed, the same places. */
export function makePlaces(seed: number): RegisterEntry[] {
	const chance = chanceFrom(seed);
	const nextName = nameSource(chance);
	return Object.entries(statesOf(chance)).flatMap(([state, count]) => placesOf(state, count, chance, nextName));
}

/** How many come from which Land. */
function statesOf(chance: Chance): Record<string, number> {
	const states = Object.keys(STATES);
	const counts: Record<string, number> = Object.fromEntries(states.map((state) => [state, 2]));
	for (let left = MUNICIPALITIES - 2 * states.length; left > 0; left--) {
		const state = chance.weighted(STATES);
		counts[state] = (counts[state] ?? 0) + 1;
	}
	return counts;
}

type NextName = (kind: Kind, state: string) => string;

function nameSource(chance: Chance): NextName {
	const left = new Map<Kind, string[]>();
	return (kind, state) => {
		const names = left.get(kind) ?? chance.shuffled(namesOf(kind));
		left.set(kind, names);
		const name = names.pop();
		if (name === undefined) throw new Error(`There are too few names for ${kind}`);
		return officialName(name, kind, state);
	};
}

function placesOf(state: string, count: number, chance: Chance, nextName: NextName): RegisterEntry[] {
	const make = (kind: Kind, key: string) => makePlace(kind, key, nextName(kind, state), chance);
	const districts = Array.from({ length: districtsAmong(count) }, (_, index) =>
		make('district', districtKey(state, index))
	);
	const kinds = Array.from({ length: count - districts.length }, () => kindIn(state, chance));
	const cities = kinds.filter((kind) => kind === 'independentCity');
	const members = kinds
		.filter((kind) => kind !== 'independentCity')
		.map((kind, index) => {
			const district = districts[index % districts.length] as RegisterEntry;
			const number = String(index + 1).padStart(3, '0');
			const place = make(kind, district.key + (kind === 'association' ? `5${number}` : number));
			return { ...place, districtKey: district.key, districtName: district.name };
		});
	return [
		...districts.map((district) => enlarge(district, members)),
		...cities.map((kind, index) => make(kind, cityKey(state, index))),
		...members
	];
}

function districtsAmong(count: number): number {
	return Math.max(1, Math.min(MOST_DISTRICTS, Math.round(count * DISTRICT_SHARE)));
}

function enlarge(district: RegisterEntry, members: readonly RegisterEntry[]): RegisterEntry {
	const inside = members.filter(({ districtKey }) => districtKey === district.key);
	const sum = inside.reduce((total, { population }) => total + population, 0);
	return { ...district, population: Math.max(district.population, Math.round(DISTRICT_REST * sum)) };
}

function kindIn(state: string, chance: Chance): Kind {
	const kind = chance.weighted(KINDS);
	const missing =
		(kind === 'association' && NO_ASSOCIATIONS.includes(state)) ||
		(kind === 'independentCity' && NO_INDEPENDENT_CITIES.includes(state));
	return missing ? 'town' : kind;
}

function makePlace(kind: Kind, key: string, name: string, chance: Chance): RegisterEntry {
	const { median, spread, smallest } = SIZES[kind];
	return {
		key,
		name,
		kind,
		state: key.slice(0, 2),
		districtKey: null,
		districtName: null,
		associationKey: null,
		population: Math.max(smallest, Math.round(median * Math.exp(chance.normal(0, spread)))),
		area: Math.round(HECTARES[kind] * Math.exp(chance.normal(0, 0.4)))
	};
}
