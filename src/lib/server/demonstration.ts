/** Made-up data, so that every screen can be seen; marked as such on every page. */
import { eq } from 'drizzle-orm';
import type { Db } from './db/open.ts';
import { assessment } from './db/schema.ts';

/** Only a command that excludes the service adds made-up data, so one look at an open database is enough. */
const known = new WeakMap<Db, boolean>();

/** Whether the database holds made-up assessments; then every page says so. */
export function isDemonstration(db: Db): boolean {
	const found = known.get(db) ?? hasAssessments(db, true);
	known.set(db, found);
	return found;
}

function hasAssessments(db: Db, demonstration: boolean): boolean {
	return (
		db.read
			.select({ id: assessment.id })
			.from(assessment)
			.where(eq(assessment.demonstration, demonstration))
			.limit(1)
			.get() !== undefined
	);
}
