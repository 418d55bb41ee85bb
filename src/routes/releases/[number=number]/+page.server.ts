import { error } from '@sveltejs/kit';
import type { Table } from '#lib/domain/disclosure/release.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { citationOf } from '#lib/domain/release/about.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { instrumentOf } from '#lib/server/releases/release-files.ts';
import { findLatestRelease, findRelease, findReleases } from '#lib/server/releases/releases.ts';
import { publicationOf } from '../publication.ts';
import { exploreRelease, viewOf } from './explorer.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

const numberOf = (tables: readonly Table[]) => tables.find(({ group }) => group === 'all')?.n;

export const load: PageServerLoad = ({ params, url }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	const { content, sha256, builtOn, retraction } = release;
	const { number, cutoff, demonstration, licence, methods, instruments, tables } = content;
	const instrument = instrumentOf(content);
	const names = instrument.dimensions.flatMap((dimension) => [dimension, ...dimension.criteria]);
	const shown = findReleases(database()).flatMap((one) => (one.retraction ? [] : [one.content]));
	const view = viewOf(content, instrument, url.searchParams);
	return {
		release: { number, cutoff, demonstration, licence, methods, instruments, sha256, builtOn },
		retraction,
		latest: findLatestRelease(database())?.content.number,
		names: Object.fromEntries(names.map(({ id, name }) => [id, pick(name, getLocale())])),
		counts: retraction ? [] : view.variants.map((variant) => ({ variant, n: numberOf(tables[variant]) })),
		view,
		explored: retraction ? undefined : exploreRelease(content, shown, view),
		citation: citationOf({ number, cutoff, builtOn, ...publicationOf(number) })[getLocale()],
		viewAddress: url.href
	};
};
