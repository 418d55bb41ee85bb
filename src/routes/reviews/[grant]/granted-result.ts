/** The closed result as a grant includes it, once every criterion is in sight (D15). */
import { error } from '@sveltejs/kit';
import type { GrantedResult } from '#lib/components/review/granted-sheets.ts';
import type { Reported } from '#lib/components/document/report.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { grantedItems, grantedSource, grantedView } from '#lib/domain/review/granted.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Reader } from '#lib/server/db/open.ts';
import type { HeldGrant } from '#lib/server/reviews/grants.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { aboutRound, frozenRound } from '#lib/server/rounds/round-results.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { reviewSection } from '../../assessments/[key]/rounds/[id]/review/review-section.ts';
import { requireInstrument } from '../../check/instrument-of.ts';
import { jsonOf } from '../../check/result-download.ts';
import { ownComparison } from '../../own-comparison.ts';
import { coveredIn } from '../progress.ts';

/**
 * Read in the job that has asked for the right, so that nothing is read of a round before its last criterion is in sight.
 * @param url may name the group to compare with
 * @throws 403 as long as criteria are covered
 */
export function readGranted({ grant, round }: HeldGrant, reader: Reader, url?: URL) {
	const covered = coveredIn(round, readProgress(reader, grant.id));
	if (covered > 0) error(403, m.review_whole_covered({ count: covered }));
	const loaded = requireInstrument(round);
	const frozen = frozenRound(round);
	const source = grantedSource(loaded.instrument, frozen);
	const locale = getLocale();
	return {
		view: grantedView(resultView(source, locale), grant.includesReasons),
		about: aboutRound(round, loaded, locale),
		comparison: ownComparison({ state: 'closed', profile: round.profile }, source, url),
		items: grantedItems(loaded.instrument, frozen, grant.includesReasons)
	} satisfies GrantedResult;
}

/** What a document under a grant tells, the review of it included, once that is handed in. @throws as `readGranted` */
export function grantedReport(held: HeldGrant, reader: Reader, day: string) {
	const { items, ...told } = readGranted(held, reader);
	const { grant, round } = held;
	const report: Reported = {
		...{ ...told, day, granted: items },
		review: reviewSection(round, [grant]),
		sha256: sha256(jsonOf({ ...told, items }))
	};
	return { report, result: { ...told, items }, round };
}
