/** Building a release: in a thread of its own, then published in one transaction (D2, F14). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { desc } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { release, releaseMemory } from '#lib/server/db/schema.ts';
import { releaseMicrodata } from '#lib/server/db/schema-research.ts';
import { openReleaseKey } from '#lib/server/keys.ts';
import { criteriaByDimension } from './criteria.ts';
import type { BuiltRelease, ComposeRefusal } from './release-content.ts';
import { keepRelease, type Release } from './releases.ts';
import type { ReleaseOrder, ReleaseProgress } from './release-worker.ts';
import { runInWorker } from '#lib/server/worker.ts';

export interface BuildOrder {
	/** the database file, which the worker opens for itself */
	file: string;
	keyFolder: string;
	/** day before which a round must be closed and agreed to; today at the latest */
	cutoff: string;
	today: string;
	demonstration: boolean;
	onProgress?: (done: number, total: number) => void;
}

/**
 * `building`: another build is under way. `later`: the cut-off lies in the future. `earlier`: before that of the last
 * release. `tooFew`: not a single number could be shown. `changed`: it would not be what was looked at before.
 */
export type BuildRefusal = 'building' | 'later' | 'earlier' | 'tooFew' | 'changed' | ComposeRefusal;
export type BuildOutcome = { release: Release; counts: BuiltRelease['counts'] } | { refused: BuildRefusal };

const building = new WeakSet<Db>();

/** Whether a release is being built. */
export function isBuilding(db: Db): boolean {
	return building.has(db);
}

/**
 * Builds the next release in a worker thread, without publishing it.
 * @throws where the worker fails, or StartRefusal where the key of earlier releases is gone
 */
export async function composeNext(db: Db, order: BuildOrder): Promise<BuiltRelease | { refused: BuildRefusal }> {
	return alone(db, () => compose(db, order));
}

/**
 * D2: builds the next release in a worker thread and publishes it in one transaction. Whatever fails before that leaves
 * the release in force as it is.
 *
 * @param expected the SHA-256 of what was looked at before; something else is not published
 * @throws where the worker fails, or StartRefusal where the key of earlier releases is gone
 */
export async function buildRelease(db: Db, order: BuildOrder, expected?: string): Promise<BuildOutcome> {
	return alone(db, async () => {
		const built = await compose(db, order);
		if ('refused' in built) return built;
		if (expected !== undefined && built.sha256 !== expected) return { refused: 'changed' };
		return publish(db, built, order.today);
	});
}

async function alone<Outcome>(db: Db, build: () => Promise<Outcome>): Promise<Outcome | { refused: 'building' }> {
	if (building.has(db)) return { refused: 'building' };
	building.add(db);
	try {
		return await build();
	} finally {
		building.delete(db);
	}
}

async function compose(db: Db, order: BuildOrder): Promise<BuiltRelease | { refused: BuildRefusal }> {
	const { file, keyFolder, cutoff, today, demonstration } = order;
	if (cutoff > today) return { refused: 'later' };
	const last = db.read
		.select({ number: release.number, cutoff: release.cutoff })
		.from(release)
		.orderBy(desc(release.number))
		.limit(1)
		.get();
	if (last && cutoff < last.cutoff) return { refused: 'earlier' };
	const plan = { number: (last?.number ?? 0) + 1, cutoff, demonstration };
	const toBuild: ReleaseOrder = { file, plan, key: openReleaseKey(db, keyFolder), criteria: criteriaByDimension() };
	const built = await runInWorker<BuiltRelease | { refused: ComposeRefusal }, ReleaseProgress>(
		'releases/release-worker',
		toBuild,
		({ done, total }) => order.onProgress?.(done, total)
	);
	if ('refused' in built) return built;
	const { tables } = built.content;
	return tables.full.length + tables.short.length === 0 ? { refused: 'tooFew' } : built;
}

/** The primary key refuses a number that another process has taken meanwhile. */
async function publish(db: Db, built: BuiltRelease, today: string): Promise<BuildOutcome> {
	const { content, sha256, memory, microdata, counts } = built;
	const { number, cutoff, demonstration } = content;
	// Taking it over from its thread and writing it each take a while: between them others have their turn.
	await nextTurn();
	await db.write((writer) => {
		writer.insert(release).values({ number, cutoff, builtOn: today, sha256, content, demonstration }).run();
		writer.insert(releaseMemory).values({ number, memory }).run();
		if (!microdata) return;
		const { file, overview } = microdata;
		writer
			.insert(releaseMicrodata)
			.values({ number, file, overview: JSON.stringify(overview) })
			.run();
	});
	const published = { content, sha256, builtOn: today };
	keepRelease(db, published);
	return { release: published, counts };
}
