/** Looks entries of the register up. Entries that are gone or hidden are never offered. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { FoundMunicipality } from '#lib/domain/municipality/search.ts';
import { searchWords } from '#lib/domain/municipality/words.ts';
import { searchKeys } from '#lib/server/db/municipality-search.ts';
import type { Db } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';

/**
 * Entries that have a word of the name, or several, as typed; the best `limit` of them first. Umlauts, `ß`, `Sankt`,
 * hyphens and little words may be typed in any usual way. Takes any text.
 */
export async function searchMunicipalities(
	db: Db,
	text: string,
	{ limit }: { limit: number }
): Promise<FoundMunicipality[]> {
	const words = searchWords(text);
	return words ? find(db, searchKeys(db.read, words, limit)) : [];
}

/** The entry of a key, if it is one that can be chosen. */
export async function findMunicipality(db: Db, key: string): Promise<FoundMunicipality | undefined> {
	return find(db, [key])[0];
}

/** The association that answers for a municipality, if it belongs to one. */
export async function findAssociationOf(db: Db, key: string): Promise<FoundMunicipality | undefined> {
	const association = find(db, [key])[0]?.association;
	return association ? find(db, [association.key])[0] : undefined;
}

const over = alias(municipality, 'over');

/** The entries of these keys, in this order. */
function find(db: Db, keys: string[]): FoundMunicipality[] {
	const rows = db.read
		.select({
			key: municipality.key,
			name: municipality.name,
			kind: municipality.kind,
			state: municipality.state,
			population: municipality.population,
			district: municipality.districtName,
			associationKey: over.key,
			associationName: over.name
		})
		.from(municipality)
		.leftJoin(over, and(eq(over.key, municipality.associationKey), isNull(over.goneOn)))
		.where(and(inArray(municipality.key, keys), isNull(municipality.goneOn)))
		.all();
	const found = new Map(
		rows.map(({ associationKey: key, associationName: name, ...entry }) => [
			entry.key,
			{ ...entry, association: key === null || name === null ? null : { key, name } }
		])
	);
	return keys.flatMap((key) => found.get(key) ?? []);
}
