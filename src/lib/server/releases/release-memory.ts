/** What a release leaves to later ones (D7), as it is stored: apart from what is served, and without names or scores. */
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { Measure, Reason } from '#lib/domain/disclosure/disclosure.ts';
import { Association } from '#lib/domain/disclosure/coefficients.ts';
import { Cell } from '#lib/domain/disclosure/cell.ts';
import { Group } from '#lib/domain/disclosure/group.ts';
import type { Memory } from '#lib/domain/disclosure/time.ts';
import type { Variant } from '#lib/domain/instrument/instrument.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { releaseMemory } from '#lib/server/db/schema.ts';
import { packRandom, unpack } from './packed.ts';

const Count = z.int().min(0);
const Shown = z.union([Cell, z.strictObject({ withheld: Reason })]);

/** Places and measures once each; of every participant its pseudonym, the position of its place, and marks by measure. */
const StoredMemory = z.strictObject({
	places: z.array(z.array(Group)),
	measures: z.array(Measure),
	participants: z.array(z.tuple([z.string(), Count, z.array(z.number().nullable())])),
	standing: z.array(z.tuple([Measure, z.array(z.strictObject({ group: Group, from: Count, shown: Shown }))])),
	counted: z.array(z.strictObject({ group: Group, from: Count, number: Count })),
	association: z.strictObject({ from: Count, shown: Association }).optional()
});
type StoredMemory = z.infer<typeof StoredMemory>;

/** Of one release, for full and short rounds; `key` tells which key made its pseudonyms. */
const StoredMemories = z.strictObject({ key: z.string(), full: StoredMemory, short: StoredMemory });
type StoredMemories = z.infer<typeof StoredMemories>;

/** For the table. */
export function packMemories(key: string, { full, short }: Record<Variant, Memory>): string {
	const memories: StoredMemories = { key, full: packMemory(full), short: packMemory(short) };
	return packRandom(memories);
}

function packMemory({ participants, standing, counted, association }: Memory): StoredMemory {
	const measures = [...new Set(participants.flatMap(({ marks }) => Object.keys(marks)))].sort();
	const places = new Map<string, number>();
	const placeOf = (groups: readonly Group[]) => {
		const key = groups.join();
		const place = places.get(key) ?? places.size;
		places.set(key, place);
		return place;
	};
	return {
		measures,
		participants: participants.map(({ id, groups, marks }) => [
			id,
			placeOf(groups),
			measures.map((measure) => marks[measure] ?? null)
		]),
		places: Array.from(places.keys(), (key) => key.split(',') as Group[]),
		standing: Array.from(standing, ([measure, tables]) => [
			measure,
			Array.from(tables, ([group, table]) => ({ group, ...table }))
		]),
		counted: Array.from(counted, ([group, count]) => ({ group, ...count })),
		association
	};
}

/** From the table. */
function unpackMemory({ places, measures, participants, standing, counted, association }: StoredMemory): Memory {
	return {
		participants: participants.map(([id, place, marks]) => ({
			id,
			groups: places[place] ?? [],
			marks: Object.fromEntries(measures.map((measure, index) => [measure, marks[index] ?? null]))
		})),
		standing: new Map(
			standing.map(([measure, tables]) => [measure, new Map(tables.map(({ group, ...table }) => [group, table]))])
		),
		counted: new Map(counted.map(({ group, ...count }) => [group, count])),
		association
	};
}

/** What all releases so far left, oldest first, retracted ones too; with the marks of the keys that made them. */
export function readMemories(read: Reader): (Record<Variant, Memory> & { number: number; key: string })[] {
	const rows = read.select().from(releaseMemory).orderBy(asc(releaseMemory.number)).all();
	return rows.map(({ number, memory }) => {
		const { key, full, short } = StoredMemories.parse(unpack(memory));
		return { number, key, full: unpackMemory(full), short: unpackMemory(short) };
	});
}
