import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { KEY_FOLDER } from '$app/env/private';
import { RetractionReason } from '#lib/domain/release/retraction-form.ts';
import { database } from '#lib/server/database.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { findReleaseJob, startPreview } from '#lib/server/releases/release-jobs.ts';
import { findLatestRelease, findReleases, retractRelease } from '#lib/server/releases/releases.ts';
import { today } from '#lib/server/today.ts';
import { requireOperator } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	requireOperator(event);
	const job = findReleaseJob(database());
	return {
		releases: findReleases(database()).map(({ content, builtOn, retraction }) => ({
			number: content.number,
			cutoff: content.cutoff,
			builtOn,
			n: [...content.tables.full, ...content.tables.short].find(({ group }) => group === 'all')?.n,
			retraction
		})),
		latest: findLatestRelease(database())?.content.number,
		job: job && { state: job.state, cutoff: job.cutoff },
		today: today()
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	cutoff: String(form.get('cutoff') ?? ''),
	number: String(form.get('number') ?? ''),
	reason: String(form.get('reason') ?? '')
});

export const actions = keepTyped(typed, {
	preview: async (event) => {
		requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const cutoff = z.iso.date().safeParse(kept.cutoff);
		if (!cutoff.success || cutoff.data > today()) return fail(422, { ...kept, problem: 'cutoff' } as const);
		const db = database();
		const order = { file: db.file, keyFolder: KEY_FOLDER, cutoff: cutoff.data, today: today() };
		if (!startPreview(db, { ...order, demonstration: isDemonstration(db) }))
			return fail(409, { ...kept, problem: 'busy' } as const);
		redirect(303, '/operate/releases/preview');
	},
	retract: async (event) => {
		requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const number = z.coerce.number().int().safeParse(kept.number);
		const reason = RetractionReason.safeParse(kept.reason);
		if (!number.success || kept.number === '') return fail(422, { ...kept, problem: 'number' } as const);
		if (!reason.success) return fail(422, { ...kept, problem: 'reason' } as const);
		if (!(await retractRelease(database(), number.data, reason.data, today()))) error(404);
		redirect(303, '/operate/releases');
	}
} satisfies Actions);
