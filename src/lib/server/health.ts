import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from './db/open.ts';
import { heartbeat } from './db/schema.ts';
import { StorageFull } from './db/storage-error.ts';

/** Bytes of free space below which the operator is warned: weeks of saves, and room for one backup of a usual size. */
export const LOW_SPACE = 1024 ** 3;

export interface Health {
	/** `ok` only when a write has been committed and synced just now */
	storage: 'ok' | 'full' | 'broken';
	/** whether less than `LOW_SPACE` is free where the data lie */
	spaceIsLow: boolean;
}

/** Writes, waits for the sync, and looks at the space that is left beside the file. */
export async function checkHealth(db: Db, file: string, lowSpace = LOW_SPACE): Promise<Health> {
	return { storage: await beat(db), spaceIsLow: freeSpace(file) < lowSpace };
}

async function beat(db: Db): Promise<Health['storage']> {
	const next = { beat: sql`${heartbeat.beat} + 1` };
	try {
		await db.write((writer) =>
			writer.insert(heartbeat).values({ id: 1, beat: 1 }).onConflictDoUpdate({ target: heartbeat.id, set: next }).run()
		);
		return 'ok';
	} catch (error) {
		return error instanceof StorageFull ? 'full' : 'broken';
	}
}

/** Bytes that an ordinary user can still store beside a file. */
export function freeSpace(file: string): number {
	const { bavail, bsize } = statfsSync(dirname(file));
	return bavail * bsize;
}
