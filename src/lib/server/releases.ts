/** Releases: the only source of comparison values (D2). */
import { desc, eq } from 'drizzle-orm';
import { ReleaseContent } from '#lib/domain/disclosure-release.ts';
import type { Db } from './db/open.ts';
import { release } from './db/schema.ts';
import type { BuiltRelease } from './release-content.ts';
import type { ReleaseOrder, ReleaseProgress } from './release-worker.ts';
import { runInWorker } from './worker.ts';

/** A published release. */
export interface Release {
	content: ReleaseContent;
	/** over the canonical JSON of `content` */
	sha256: string;
	builtOn: string;
}

export interface BuildOrder {
	/** the database file, which the worker opens for itself */
	file: string;
	/** day before which a round must be closed and agreed to; today at the latest */
	cutoff: string;
	today: string;
	demonstration: boolean;
	onProgress?: (done: number, total: number) => void;
}

/**
 * `building`: another build is under way. `later`: the cut-off lies in the future. `notFirst`: there is a release, and
 * changes between releases are not checked yet (D7). `tooFew`: not a single number could be shown.
 */
export type BuildRefusal = 'building' | 'later' | 'notFirst' | 'tooFew';
export type BuildOutcome = { release: Release; counts: BuiltRelease['counts'] } | { refused: BuildRefusal };

const building = new WeakSet<Db>();
/** A release never changes, so it is parsed once. */
const parsed = new WeakMap<Db, Map<number, Release>>();

/** The release in force, or undefined before the first. */
export function findLatestRelease(db: Db): Release | undefined {
	const last = db.read.select({ number: release.number }).from(release).orderBy(desc(release.number)).limit(1).get();
	return last && findRelease(db, last.number);
}

/** All releases, the one in force first. */
export function findReleases(db: Db): Release[] {
	const rows = db.read.select({ number: release.number }).from(release).orderBy(desc(release.number)).all();
	return rows.flatMap(({ number }) => findRelease(db, number) ?? []);
}

/** A release by its number. */
export function findRelease(db: Db, number: number): Release | undefined {
	const known = parsed.get(db) ?? new Map<number, Release>();
	parsed.set(db, known);
	const found = known.get(number) ?? readRelease(db, number);
	if (found) known.set(number, found);
	return found;
}

function readRelease(db: Db, number: number): Release | undefined {
	const row = db.read
		.select({ content: release.content, sha256: release.sha256, builtOn: release.builtOn })
		.from(release)
		.where(eq(release.number, number))
		.get();
	return row && { ...row, content: ReleaseContent.parse(row.content) };
}

/**
 * D2: builds the next release in a worker thread and publishes it in one transaction. Whatever fails before that leaves
 * the release in force as it is.
 * @throws where the worker fails
 */
export async function buildRelease(db: Db, order: BuildOrder): Promise<BuildOutcome> {
	if (building.has(db)) return { refused: 'building' };
	if (order.cutoff > order.today) return { refused: 'later' };
	if (findLatestRelease(db)) return { refused: 'notFirst' };
	building.add(db);
	try {
		const { cutoff, demonstration } = order;
		const toBuild: ReleaseOrder = { file: order.file, plan: { number: 1, cutoff, demonstration } };
		const built = await runInWorker<BuiltRelease, ReleaseProgress>('release-worker', toBuild, ({ done, total }) =>
			order.onProgress?.(done, total)
		);
		const { tables } = built.content;
		if (tables.full.length + tables.short.length === 0) return { refused: 'tooFew' };
		return await publish(db, built, order.today);
	} finally {
		building.delete(db);
	}
}

/** The primary key refuses a number that another process has taken meanwhile. */
async function publish(db: Db, built: BuiltRelease, today: string): Promise<BuildOutcome> {
	const { content, sha256, members, counts } = built;
	const { number, cutoff, demonstration } = content;
	await db.write((writer) =>
		writer.insert(release).values({ number, cutoff, builtOn: today, sha256, content, members, demonstration }).run()
	);
	return { release: { content, sha256, builtOn: today }, counts };
}
