import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { findReleaseJob, startPublishing } from '#lib/server/releases/release-jobs.ts';
import { releaseFiles } from '#lib/server/releases/release-files.ts';
import { findLatestRelease } from '#lib/server/releases/releases.ts';
import { today } from '#lib/server/today.ts';
import { requireOperator } from '../../../guards.ts';
import { publicationOf } from '../../../releases/publication.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { previewPage } from './preview-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** A page to read, which reloads itself while something is calculated: it needs no scripts. */
export const csr = false;

/** Seconds between two looks at how far a calculation is. */
const PACE = '1';

export const load: PageServerLoad = (event) => {
	requireOperator(event);
	const job = findReleaseJob(database());
	if (job?.state === 'running') event.setHeaders({ refresh: PACE });
	if (job?.state !== 'ready') return { job, preview: undefined };
	const { state, cutoff, preview } = job;
	return { job: { state, cutoff }, preview: previewPage(preview, findLatestRelease(database()), event.url) };
};

export const actions = keepTyped(nothingTyped, {
	publish: async (event) => {
		requireOperator(event);
		const sha256 = String((await event.request.formData()).get('sha256') ?? '');
		const db = database();
		const job = findReleaseJob(db);
		// Only what lies there to be looked at can be published.
		if (job?.state !== 'ready' || job.preview.sha256 !== sha256) return fail(409, { problem: 'gone' } as const);
		const order = { file: db.file, keyFolder: KEY_FOLDER, cutoff: job.cutoff, today: today() };
		startPublishing(db, { ...order, demonstration: isDemonstration(db) }, sha256, (release) =>
			releaseFiles(release, publicationOf(release.content.number))
		);
		redirect(303, '/operate/releases/preview');
	}
} satisfies Actions);
