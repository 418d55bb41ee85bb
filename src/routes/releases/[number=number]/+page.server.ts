import { error } from '@sveltejs/kit';
import type { Table } from '#lib/domain/disclosure-release.ts';
import { pick } from '#lib/domain/instrument.ts';
import { currentInstrument, findInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findLatestRelease, findRelease, findReleases } from '#lib/server/releases.ts';
import { operator } from '../../operator.ts';
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
	const newest = instruments.at(-1);
	const { instrument } = (newest && findInstrument(newest.id, newest.version)) ?? currentInstrument();
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
		publisher: operator().OPERATOR_NAME,
		address: url.origin + url.pathname,
		viewAddress: url.href
	};
};
