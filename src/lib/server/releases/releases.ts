/** Releases: the only source of comparison values (D2). */
import { desc, eq } from 'drizzle-orm';
import { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Db } from '#lib/server/db/open.ts';
import { release, releaseRetraction } from '#lib/server/db/schema.ts';

/** A published release. */
export interface Release {
	content: ReleaseContent;
	/** over the canonical JSON of `content` */
	sha256: string;
	builtOn: string;
	/** why it was taken back; its values are not shown any more */
	retraction?: { reason: string; retractedOn: string };
}

/** A release never changes, so it is parsed once. */
const parsed = new WeakMap<Db, Map<number, Release>>();

/** The release in force: the last that was not retracted; undefined before the first. */
export function findLatestRelease(db: Db): Release | undefined {
	return findReleases(db).find(({ retraction }) => !retraction);
}

/** All releases, the last one first, retracted ones too. */
export function findReleases(db: Db): Release[] {
	const rows = db.read.select({ number: release.number }).from(release).orderBy(desc(release.number)).all();
	return rows.flatMap(({ number }) => findRelease(db, number) ?? []);
}

/** A release by its number, with its retraction where it was taken back. */
export function findRelease(db: Db, number: number): Release | undefined {
	const known = parsed.get(db) ?? new Map<number, Release>();
	parsed.set(db, known);
	const found = known.get(number) ?? readRelease(db, number);
	if (!found) return undefined;
	known.set(number, found);
	const retraction = findRetraction(db, number);
	return retraction ? { ...found, retraction } : found;
}

/** Remembers a release that was stored just now: nobody has to wait until it is parsed. */
export function keepRelease(db: Db, { content, sha256, builtOn }: Release): void {
	const known = parsed.get(db) ?? new Map<number, Release>();
	parsed.set(db, known.set(content.number, { content, sha256, builtOn }));
}

function readRelease(db: Db, number: number): Release | undefined {
	const row = db.read
		.select({ content: release.content, sha256: release.sha256, builtOn: release.builtOn })
		.from(release)
		.where(eq(release.number, number))
		.get();
	return row && { ...row, content: ReleaseContent.parse(row.content) };
}

function findRetraction(db: Db, number: number): Release['retraction'] {
	const { reason, retractedOn } = releaseRetraction;
	return db.read
		.select({ reason, retractedOn })
		.from(releaseRetraction)
		.where(eq(releaseRetraction.number, number))
		.get();
}

/** Takes a release back for a public reason; it still counts for D7. False where there is none, or it is back already. */
export async function retractRelease(db: Db, number: number, reason: string, today: string): Promise<boolean> {
	const found = findRelease(db, number);
	if (!found || found.retraction) return false;
	await db.write((writer) =>
		writer.insert(releaseRetraction).values({ number, reason, retractedOn: today }).onConflictDoNothing().run()
	);
	return true;
}
