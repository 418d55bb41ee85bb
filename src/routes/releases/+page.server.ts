import { Variant } from '#lib/domain/instrument/schema.ts';
import { database } from '#lib/server/database.ts';
import { findLatestRelease, findReleases } from '#lib/server/releases/releases.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = () => ({
	latest: findLatestRelease(database())?.content.number,
	releases: findReleases(database()).map(({ content: { number, cutoff, demonstration, tables }, retraction }) => ({
		number,
		retracted: retraction !== undefined,
		cutoff,
		demonstration,
		tables: Variant.options.flatMap((variant) =>
			tables[variant].flatMap(({ group, n }) => (group === 'all' && !retraction ? [{ variant, n }] : []))
		)
	}))
});
