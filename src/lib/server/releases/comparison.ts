/** What a check is compared with: the release in force, never other checks (D2). */
import { compareWithRelease, measuresOf, seriesOf, type Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { groupsOf } from '#lib/domain/disclosure/group.ts';
import type { ResultSource } from '#lib/domain/result/source.ts';
import type { Check } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findReleases } from './releases.ts';

/**
 * The own result beside the published cells, D8; undefined while the check is open: a comparison comes after closing.
 *
 * @param asked the group to compare with; where it is none of the own, or nothing of it is shown, the whole
 */
export function comparisonOf(
	db: Db,
	{ state, profile }: Pick<Check, 'state' | 'profile'>,
	{ instrument, variant, scope, result }: ResultSource,
	asked?: string | null
): { comparison: Comparison; series: ReturnType<typeof seriesOf> } | undefined {
	if (state === 'open') return undefined;
	const releases = findReleases(db).flatMap(({ retraction, content }) => (retraction ? [] : [content]));
	const own = { result, variant, profile, measures: measuresOf(instrument, scope) };
	const group = profile.municipality && groupsOf(profile.municipality).find((one) => one === asked);
	const chosen = group ? compareWithRelease(own, releases[0], group) : undefined;
	const comparison = chosen?.enough ? chosen : compareWithRelease(own, releases[0]);
	const summary = scope ? [scope] : ['overall', ...DIMENSIONS];
	return { comparison, series: comparison.enough ? seriesOf(releases, variant, comparison.group, summary) : [] };
}
