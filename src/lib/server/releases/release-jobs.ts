/** The release that is being looked at or built from the operator's pages: one at a time, gone with the process. */
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { MicrodataOverview } from '#lib/domain/microdata/overview.ts';
import type { Db } from '#lib/server/db/open.ts';
import { buildRelease, composeNext, isBuilding, type BuildOrder, type BuildRefusal } from './release-building.ts';
import type { BuiltRelease, Judged } from './release-content.ts';
import type { Release } from './releases.ts';

/** What a release would be: numbers and reasons that only an operator sees. */
export interface ReleasePreview extends Pick<BuiltRelease, 'sha256' | 'counts'> {
	content: ReleaseContent;
	judged: Judged;
	microdata: MicrodataOverview | undefined;
}

export type ReleaseJob =
	| { state: 'running'; cutoff: string; publishing: boolean; done: number; total: number }
	| { state: 'ready'; cutoff: string; preview: ReleasePreview }
	| { state: 'published'; cutoff: string; number: number }
	| { state: 'refused'; cutoff: string; refused: BuildRefusal }
	| { state: 'failed'; cutoff: string };

const jobs = new WeakMap<Db, ReleaseJob>();

/** What was asked for last in this process; undefined where nothing was. */
export function findReleaseJob(db: Db): ReleaseJob | undefined {
	return jobs.get(db);
}

type Order = Omit<BuildOrder, 'onProgress'>;

/** Begins to build a release for looking at it; false where one is being built. Resolves when it has ended. */
export function startPreview(db: Db, order: Order): Promise<void> | false {
	return start(db, order, false, async (running) => {
		const built = await composeNext(db, running);
		const { cutoff } = order;
		if ('refused' in built) return { state: 'refused', cutoff, refused: built.refused };
		const { content, sha256, counts, microdata } = built;
		const judged = JSON.parse(built.judged) as Judged;
		return { state: 'ready', cutoff, preview: { content, sha256, judged, counts, microdata: microdata?.overview } };
	});
}

/**
 * Begins to build and publish what was looked at, and nothing else; false where one is being built.
 *
 * @param prepare begun once it is published, for those who will ask for it; nobody waits for it, and where it fails nothing does
 */
export function startPublishing(
	db: Db,
	order: Order,
	sha256: string,
	prepare: (release: Release) => Promise<unknown> = () => Promise.resolve()
): Promise<void> | false {
	return start(db, order, true, async (running) => {
		const outcome = await buildRelease(db, running, sha256);
		const { cutoff } = order;
		if ('refused' in outcome) return { state: 'refused', cutoff, refused: outcome.refused };
		Promise.try(prepare, outcome.release).catch(console.error);
		return { state: 'published', cutoff, number: outcome.release.content.number };
	});
}

function start(
	db: Db,
	order: Order,
	publishing: boolean,
	build: (running: BuildOrder) => Promise<ReleaseJob>
): Promise<void> | false {
	if (isBuilding(db)) return false;
	const { cutoff } = order;
	const tell = (done: number, total: number) => jobs.set(db, { state: 'running', cutoff, publishing, done, total });
	tell(0, 0);
	return build({ ...order, onProgress: tell })
		.catch((error: unknown): ReleaseJob => {
			console.error(error);
			return { state: 'failed', cutoff };
		})
		.then((ended) => void jobs.set(db, ended));
}
