/** The result behind a public address, in the page's language. */
import { error } from '@sveltejs/kit';
import { publicView } from '#lib/domain/result/public-view.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findPublished } from '#lib/server/rounds/publications.ts';
import { aboutRound, frozenRound } from '#lib/server/rounds/round-results.ts';
import { requireInstrument } from '../../check/instrument-of.ts';

/** 404 for what was never published, or has been taken back. */
export function requirePublicResult(id: string) {
	const found = findPublished(database(), id);
	if (!found) error(404);
	const { round, publishedOn } = found;
	const loaded = requireInstrument(round);
	const locale = getLocale();
	const source = teamSource(loaded.instrument, frozenRound(round));
	const about = aboutRound(round, loaded, locale);
	return {
		about,
		publishedOn,
		// What is made up belongs in no list of results.
		listed: found.listed && !about.demonstration,
		view: publicView(resultView(source, locale))
	};
}
