import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { participant } from './schema-accounts.ts';

/** How a municipality wants its documents to look; goes with it when it leaves. */
export const documentLook = sqliteTable('document_look', {
	municipalityKey: text()
		.primaryKey()
		.references(() => participant.municipalityKey, { onDelete: 'cascade' }),
	/** in place of the name in the register; empty where that is right */
	name: text().notNull(),
	/** in one line; empty where nobody has said */
	sender: text().notNull(),
	/** `#rrggbb`, readable on white */
	accent: text().notNull(),
	/** drawn anew by the service, with its size in dots; null without one */
	logo: blob({ mode: 'buffer' }),
	logoWidth: integer(),
	logoHeight: integer()
});
