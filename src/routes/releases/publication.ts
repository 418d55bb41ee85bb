import { ORIGIN } from '$app/env/private';
import type { Publication } from '#lib/server/releases/release-files.ts';
import { operator } from '../operator.ts';

/** Who publishes a release, and where it is read; the same whoever asks, so that its files are, too. */
export function publicationOf(number: number): Publication {
	return { publisher: operator().OPERATOR_NAME, address: new URL(`/releases/${number}`, ORIGIN).href };
}
