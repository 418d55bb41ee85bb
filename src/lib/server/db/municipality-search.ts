/** The full-text search over the register, in SQLite's words (FTS5). */
import { asc, desc, isNull, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { searchTexts, type SearchWords } from '#lib/domain/municipality/words.ts';
import type { Reader, Writer } from './open.ts';
import { prepared } from './prepared.ts';
import { municipality } from './schema.ts';

/** The virtual table of the migration `register-search`; one row for each entry that is offered. */
const municipalitySearch = sqliteTable('municipality_search', {
	name: text().notNull(),
	more: text().notNull(),
	key: text().notNull(),
	label: text().notNull(),
	population: integer().notNull()
});

/** SQLite takes 32 766 values in one statement. */
const ROWS = 1000;

/** Writes the index anew from the entries that exist; call it in the job that changes entries. */
export function indexMunicipalities(writer: Writer): void {
	writer.delete(municipalitySearch).run();
	const entries = writer.select().from(municipality).where(isNull(municipality.goneOn)).all();
	const rows = entries.map((entry) => ({ ...searchTexts(entry), key: entry.key, population: entry.population }));
	for (let start = 0; start < rows.length; start += ROWS) {
		writer
			.insert(municipalitySearch)
			.values(rows.slice(start, start + ROWS))
			.run();
	}
}

const bestKeys = prepared((reader: Reader) => {
	const label = municipalitySearch.label;
	const typed = sql.placeholder('typed');
	const untitled = sql.placeholder('untitled');
	return reader
		.select({ key: municipalitySearch.key })
		.from(municipalitySearch)
		.where(sql`municipality_search MATCH ${sql.placeholder('match')}`)
		.orderBy(
			sql`${label} in (${typed}, ${untitled}) desc`,
			sql`substr(${label}, 1, length(${typed})) = ${typed} or substr(${label}, 1, length(${untitled})) = ${untitled} desc`,
			desc(municipalitySearch.population),
			asc(municipalitySearch.key)
		)
		.limit(sql.placeholder('limit'))
		.prepare();
});

/** Keys of the entries that fit: named exactly so first, then what begins so, then the rest, larger ones before. */
export function searchKeys(reader: Reader, { words, labels }: SearchWords, limit: number): string[] {
	const [typed = '', untitled = typed] = labels;
	// Words consist of a–z and 0–9, so nothing in them can leave its quotation marks.
	const terms = words.map(({ text, whole }) => (whole ? `"${text}"` : `"${text}"*`));
	const match = `name : (${terms.join(' OR ')}) AND ${terms.join(' AND ')}`;
	return bestKeys(reader)
		.all({ match, typed, untitled, limit })
		.map(({ key }) => key);
}
