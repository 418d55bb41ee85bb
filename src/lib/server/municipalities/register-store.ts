/** The register's entries as rows. */
import { and, count, desc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { RegisterComparison } from '#lib/domain/municipality/register-comparison.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import type { Reader, Writer } from '#lib/server/db/open.ts';
import { allowedDomain, participant } from '#lib/server/db/schema-accounts.ts';
import { assessment, municipality, registerImport } from '#lib/server/db/schema.ts';

const OFFICIAL = eq(municipality.fictitious, false);
const PRESENT = isNull(municipality.goneOn);

/** The official entries that exist, by key. */
export function presentEntries(reader: Reader): RegisterEntry[] {
	const { key, name, kind, state, districtKey, districtName, associationKey, population, area } = municipality;
	return reader
		.select({ key, name, kind, state, districtKey, districtName, associationKey, population, area })
		.from(municipality)
		.where(and(OFFICIAL, PRESENT))
		.all();
}

/** The date of the last register that was imported. */
export function findRegisterDate(reader: Reader): string | undefined {
	return reader
		.select({ date: registerImport.registerDate })
		.from(registerImport)
		.orderBy(desc(registerImport.registerDate))
		.limit(1)
		.get()?.date;
}

/** SQLite takes 32 766 values in one statement. */
const ROWS = 1000;

/** Adds entries; rows of keys that were there once and are gone come back. */
export function addEntries(writer: Writer, entries: RegisterEntry[], registerDate: string, fictitious = false): void {
	const known = new Set(
		writer
			.select({ key: municipality.key })
			.from(municipality)
			.all()
			.map(({ key }) => key)
	);
	const rows = entries.map((entry) => ({ ...entry, registerDate, fictitious, goneOn: null, successorKey: null }));
	for (const row of rows.filter(({ key }) => known.has(key))) {
		writer.update(municipality).set(row).where(eq(municipality.key, row.key)).run();
	}
	const fresh = rows.filter(({ key }) => !known.has(key));
	for (let start = 0; start < fresh.length; start += ROWS) {
		const some = fresh.slice(start, start + ROWS);
		writer.insert(municipality).values(some).run();
	}
}

/** Makes the rows say what the register of that date says; entries that are gone stay as rows. */
export function storeComparison(writer: Writer, { added, changed, gone }: RegisterComparison, date: string): void {
	for (const { entry, successor } of gone) {
		const row = { goneOn: date, successorKey: successor?.key ?? null };
		writer.update(municipality).set(row).where(eq(municipality.key, entry.key)).run();
	}
	for (const { after } of changed) {
		writer.update(municipality).set(after).where(eq(municipality.key, after.key)).run();
	}
	writer.update(municipality).set({ registerDate: date }).where(and(OFFICIAL, PRESENT)).run();
	addEntries(writer, added, date);
}

/** Takes made-up entries away, and those that an assessment names, or that take part, out of the search. */
export function retireFictitious(writer: Writer, date: string): { removed: number; hidden: number } {
	const named = writer
		.selectDistinct({ key: assessment.municipalityKey })
		.from(assessment)
		.where(isNotNull(assessment.municipalityKey));
	const takingPart = writer.select({ key: participant.municipalityKey }).from(participant);
	const allowed = writer.select({ key: allowedDomain.municipalityKey }).from(allowedDomain);
	const unnamed = and(
		eq(municipality.fictitious, true),
		...[named, takingPart, allowed].map((keys) => notInArray(municipality.key, keys))
	);
	const removed = writer.delete(municipality).where(unnamed).run().changes;
	const rest = and(eq(municipality.fictitious, true), PRESENT);
	const hidden = writer.update(municipality).set({ goneOn: date }).where(rest).run().changes;
	return { removed, hidden };
}

/** Whether there is any entry, official or made up. */
export function hasEntries(reader: Reader): boolean {
	return (reader.select({ n: count() }).from(municipality).get()?.n ?? 0) > 0;
}
