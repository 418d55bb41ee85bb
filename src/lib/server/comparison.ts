/** What a check is compared with: the release in force, never other checks (D2). */
import { compareWithRelease, measuresOf, type Comparison } from '#lib/domain/benchmark.ts';
import type { ResultSource } from '#lib/domain/result-source.ts';
import type { Check } from './checks.ts';
import type { Db } from './db/open.ts';
import { findLatestRelease } from './releases.ts';

/** The own result beside the published cells, D8; undefined while the check is open: a comparison comes after closing. */
export function comparisonOf(
	db: Db,
	{ state, profile }: Pick<Check, 'state' | 'profile'>,
	{ instrument, variant, scope, result }: ResultSource
): Comparison | undefined {
	if (state === 'open') return undefined;
	const own = { result, variant, profile, measures: measuresOf(instrument, scope) };
	return compareWithRelease(own, findLatestRelease(db)?.content);
}
