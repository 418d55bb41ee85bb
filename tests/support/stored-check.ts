import { randomBytes } from 'node:crypto';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';

type Row = typeof assessment.$inferInsert;

/** Stores an open, full solo check of a fictitious visitor, or what `changes` make of it; resolves with its id. */
export async function storeCheck(db: Db, changes: Partial<Row> = {}): Promise<string> {
	const row: Row = {
		id: randomBytes(16).toString('base64url'),
		mode: 'solo',
		state: 'open',
		instrumentId: 'standort-2030',
		instrumentVersion: '1.0.0',
		variant: 'full',
		profile: { source: 'trial', asked: {} },
		seed: '1',
		createdOn: '2026-11-25',
		savedOn: '2026-11-25',
		...changes
	};
	await db.write((writer) => writer.insert(assessment).values(row).run());
	return row.id;
}
