import { error } from '@sveltejs/kit';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { citationOf } from '#lib/domain/release/about.ts';
import { cellSheet } from '#lib/domain/release/cells.ts';
import { RELEASE_FILES } from '#lib/domain/release/file.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { instrumentOf, releaseFiles } from '#lib/server/releases/release-files.ts';
import { findLatestRelease, findRelease, findReleases, type Release } from '#lib/server/releases/releases.ts';
import { publicationOf } from '../releases/publication.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

/** The release in force, or another one by its number. */
export const load: PageServerLoad = async ({ url }) => {
	const asked = url.searchParams.get('release');
	const release = asked === null ? findLatestRelease(database()) : findRelease(database(), Number(asked));
	if (!release && asked !== null) error(404);
	const others = findReleases(database()).filter(({ content }) => content.number !== release?.content.number);
	return {
		desk: release && (await deskOf(release)),
		others: others.flatMap(({ content: { number, cutoff }, retraction }) => (retraction ? [] : [{ number, cutoff }]))
	};
};

async function deskOf(release: Release) {
	const { content, builtOn, retraction } = release;
	const { number, cutoff, demonstration, tables, methods, instruments } = content;
	const about = { number, cutoff, demonstration, builtOn, methods, instruments };
	if (retraction) return { about, retraction };
	const publication = publicationOf(number);
	const files = await releaseFiles(release, publication);
	return {
		about,
		counts: Variant.options.flatMap((variant) =>
			tables[variant].flatMap(({ group, n }) => (group === 'all' ? [{ variant, n }] : []))
		),
		rows: cellSheet(content).rows.length,
		files: files.map(({ id, name, bytes, sha256 }) => ({
			...{ id, name, sha256, size: bytes.length },
			what: RELEASE_FILES[id].what[getLocale()],
			forWhom: RELEASE_FILES[id].forWhom[getLocale()]
		})),
		address: publication.address,
		citation: citationOf({ number, cutoff, builtOn, ...publication })[getLocale()],
		questionnaireLicence: instrumentOf(content).licence
	};
}
