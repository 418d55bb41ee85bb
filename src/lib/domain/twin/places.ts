/** D9 (a): the traits of the rows of a synthetic twin, from the published numbers of the groups alone. */
import { z } from 'zod';
import { Kind, State } from '#lib/domain/municipality/municipality.ts';
import type { Table } from '#lib/domain/disclosure/release.ts';

const TraitBand = z.literal([1, 2, 3, 4, 5, 6]);

/** null where no published group tells it. */
export interface TwinPlace {
	band: z.infer<typeof TraitBand> | null;
	kind: Kind | null;
	state: z.infer<typeof State> | null;
}

/** What the name of a group says of its members. */
export function traitsOfGroup(group: string): TwinPlace {
	const parts = new Map(group.split('/').map((part) => part.split(':') as [string, string]));
	return {
		band: TraitBand.nullable()
			.catch(null)
			.parse(Number(parts.get('band'))),
		kind: Kind.nullable().catch(null).parse(parts.get('kind')),
		state: State.nullable().catch(null).parse(parts.get('state'))
	};
}

/** Tells of rows of the twin whether they belong to a published group. */
export function membersOf(group: string): (place: TwinPlace) => boolean {
	const wanted = traitsOfGroup(group);
	const traits = (['band', 'kind', 'state'] as const).filter((trait) => wanted[trait] !== null);
	return (place) => traits.every((trait) => wanted[trait] === place[trait]);
}

/**
 * As many rows as `all` tells: first the bands by kinds, then what bands and kinds have beyond that, side by side as chance
 * will have it; the Länder likewise. What adds up to less than `all` leaves rows without the trait.
 *
 * @param random numbers in [0, 1)
 */
export function drawPlaces(tables: readonly Table[], random: () => number): TwinPlace[] {
	const rows = tables.find(({ group }) => group === 'all')?.n ?? 0;
	const groups = tables.map(({ group, n }) => ({ n, ...traitsOfGroup(group) }));
	const both = groups.flatMap(({ band, kind, n }) =>
		band && kind ? Array.from({ length: n }, () => ({ band, kind })) : []
	);
	const rest = Math.max(0, rows - both.length);
	const beyond = (trait: 'band' | 'kind' | 'state', length: number, taken: readonly Partial<TwinPlace>[]) => {
		const values = groups.flatMap((one) => {
			if (one[trait] === null || (trait !== 'state' && one.band && one.kind)) return [];
			const left = one.n - taken.filter((place) => place[trait] === one[trait]).length;
			return Array.from({ length: Math.max(0, left) }, (): TwinPlace[typeof trait] => one[trait]);
		});
		while (values.length < length) values.push(null);
		return shuffle(values, random).slice(0, length);
	};
	const bands = beyond('band', rest, both) as TwinPlace['band'][];
	const kinds = beyond('kind', rest, both) as TwinPlace['kind'][];
	const states = beyond('state', rows, []) as TwinPlace['state'][];
	const alone = bands.map((band, index) => ({ band, kind: kinds[index] ?? null }));
	return [...both, ...alone].slice(0, rows).map((place, index) => ({ ...place, state: states[index] ?? null }));
}

function shuffle<T>(values: T[], random: () => number): T[] {
	for (let last = values.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[values[last], values[other]] = [values[other] as T, values[last] as T];
	}
	return values;
}
