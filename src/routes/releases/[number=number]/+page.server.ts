import { error } from '@sveltejs/kit';
import { measuresOf } from '#lib/domain/benchmark.ts';
import { pick, Variant } from '#lib/domain/instrument.ts';
import { currentInstrument, findInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findLatestRelease, findRelease } from '#lib/server/releases.ts';
import { operator } from '../../operator.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = ({ params, url }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	const { content, sha256, builtOn } = release;
	const { number, cutoff, demonstration, licence, methods, instruments } = content;
	const newest = instruments.at(-1);
	const { instrument } = (newest && findInstrument(newest.id, newest.version)) ?? currentInstrument();
	const names = instrument.dimensions.flatMap((dimension) => [dimension, ...dimension.criteria]);
	return {
		release: { number, cutoff, demonstration, licence, methods, instruments, sha256, builtOn },
		latest: findLatestRelease(database())?.content.number ?? number,
		names: Object.fromEntries(names.map(({ id, name }) => [id, pick(name, getLocale())])),
		// Every measure has its row, so that withheld and empty look the same.
		tables: Variant.options.flatMap((variant) =>
			content.tables[variant]
				.filter(({ group }) => group === 'all')
				.map(({ n, cells }) => ({
					variant,
					n,
					rows: measuresOf(instrument).map((measure) => ({ measure, cell: cells[measure] }))
				}))
		),
		publisher: operator().OPERATOR_NAME,
		address: url.origin + url.pathname
	};
};
