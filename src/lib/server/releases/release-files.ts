/** The files of releases: made once, in a thread, and kept while they are asked for. */
import type { ReleaseAbout } from '#lib/domain/release/about.ts';
import { currentInstrument, findInstrument } from '#lib/instruments/index.ts';
import type { ReleaseFile, ReleaseOrder } from './release-making.ts';
import type { Release } from './releases.ts';
import { runInWorker } from '#lib/server/worker.ts';

/** The files of the largest possible release have five megabytes. */
const KEPT_RELEASES = 10;

/** The last one asked for is the last one here. */
const kept = new Map<string, Promise<ReleaseFile[]>>();

/** Who publishes, and under which address the release is read. */
export type Publication = Pick<ReleaseAbout, 'publisher' | 'address'>;

/** Everything that the files of a release say of themselves. */
export function aboutRelease({ content, sha256, builtOn }: Release, publication: Publication): ReleaseAbout {
	const { number, cutoff, demonstration, methods } = content;
	const { id, version, licence } = instrumentOf(content);
	return {
		number,
		cutoff,
		demonstration,
		methods,
		sha256,
		builtOn,
		...publication,
		questionnaire: { id, version, licence }
	};
}

/** The newest questionnaire behind a release; the current one where the program no longer has it. */
export function instrumentOf({ instruments }: Release['content']) {
	const newest = instruments.at(-1);
	return ((newest && findInstrument(newest.id, newest.version)) ?? currentInstrument()).instrument;
}

/** All files of a release, made at the first call. Of a release that was taken back there are none: ask before. */
export function releaseFiles(release: Release, publication: Publication): Promise<ReleaseFile[]> {
	const key = [release.sha256, release.builtOn, publication.publisher, publication.address].join('\n');
	const files = kept.get(key) ?? makeFiles(release, publication);
	kept.delete(key);
	kept.set(key, files);
	files.catch(() => kept.delete(key));
	for (const oldest of [...kept.keys()].slice(0, -KEPT_RELEASES)) kept.delete(oldest);
	return files;
}

function makeFiles(release: Release, publication: Publication): Promise<ReleaseFile[]> {
	const { content } = release;
	const order: ReleaseOrder = { content, about: aboutRelease(release, publication), instrument: instrumentOf(content) };
	return runInWorker('releases/release-files-worker', order);
}
