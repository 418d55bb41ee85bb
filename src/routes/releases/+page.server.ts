import { Variant } from '#lib/domain/instrument.ts';
import { database } from '#lib/server/database.ts';
import { findReleases } from '#lib/server/releases.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = () => ({
	releases: findReleases(database()).map(({ content: { number, cutoff, demonstration, tables } }) => ({
		number,
		cutoff,
		demonstration,
		tables: Variant.options.flatMap((variant) =>
			tables[variant].flatMap(({ group, n }) => (group === 'all' ? [{ variant, n }] : []))
		)
	}))
});
