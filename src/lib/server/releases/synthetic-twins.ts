/** How far the synthetic twins of releases (D9 a) are from what is published: measured once, since neither ever changes. */
import { criteriaByDimension } from './criteria.ts';
import { instrumentOf } from './release-files.ts';
import type { Release } from './releases.ts';
import type { MeasuredTwin, TwinOrder } from './twin-worker.ts';
import { runInWorker } from '#lib/server/worker.ts';

/** By the SHA-256 of the release, which is all that a twin depends on. */
const measured = new Map<string, Promise<MeasuredTwin>>();

/** How many rows the twin of a release has, and its distance from what is published. @throws where the thread fails */
export function twinOfRelease({ content, sha256 }: Pick<Release, 'content' | 'sha256'>): Promise<MeasuredTwin> {
	const known = measured.get(sha256);
	if (known) return known;
	const order: TwinOrder = { content, sha256, criteria: criteriaByDimension(instrumentOf(content)) };
	const twin = runInWorker<MeasuredTwin>('releases/twin-worker', order);
	measured.set(sha256, twin);
	twin.catch(() => measured.delete(sha256));
	return twin;
}
