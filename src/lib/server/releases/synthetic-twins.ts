/** Synthetic twins of releases (D9 a): made when somebody asks for one first, then kept, since they never change. */
import { criteriaByDimension } from './criteria.ts';
import type { Release } from './releases.ts';
import type { MadeTwin, TwinOrder } from './twin-worker.ts';
import { runInWorker } from '#lib/server/worker.ts';

/** By the SHA-256 of the release, which is all that a twin depends on. */
const made = new Map<string, Promise<MadeTwin>>();

/** The twin of a release, with its distance from what is published. @throws where the thread that makes it fails */
export function twinOfRelease({ content, sha256 }: Pick<Release, 'content' | 'sha256'>): Promise<MadeTwin> {
	const known = made.get(sha256);
	if (known) return known;
	const order: TwinOrder = { content, sha256, criteria: criteriaByDimension() };
	const twin = runInWorker<MadeTwin>('releases/twin-worker', order);
	made.set(sha256, twin);
	twin.catch(() => made.delete(sha256));
	return twin;
}
