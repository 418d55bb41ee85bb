import { error } from '@sveltejs/kit';
import { Variant } from '#lib/domain/instrument.ts';
import { database } from '#lib/server/database.ts';
import { findRelease } from '#lib/server/releases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	const { content, sha256, builtOn } = release;
	const tables = Variant.options.flatMap((variant) =>
		content.tables[variant].map(({ n, cells }) => ({ variant, n, measures: Object.keys(cells).length }))
	);
	const { number, cutoff, demonstration, licence, methods, instruments } = content;
	return { number, cutoff, demonstration, licence, methods, instruments, tables, sha256, builtOn };
};
