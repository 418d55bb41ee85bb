import { error, fail, redirect } from '@sveltejs/kit';
import { FILE_MAXIMUM, PER_ITEM_MOST, QUOTA } from '#lib/domain/evidence/evidence.ts';
import { typedEvidence } from '#lib/domain/evidence/form.ts';
import { requireRound } from '../../../../../../guards.ts';
import { refusedSave } from '../../../../../../storage-refusal.ts';
import { askedItems } from '../evidence-view.ts';
import { addUpload } from './add-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'collectEvidence');
	const items = askedItems(round).flatMap((criterion) => criterion.items);
	const asked = items.find(({ id }) => id === event.url.searchParams.get('item')) ?? items[0];
	return { items, item: asked?.id ?? '', limits: { file: FILE_MAXIMUM, quota: QUOTA, pieces: PER_ITEM_MOST } };
};

/** The file passes straight to the disk: nothing of the request is kept for later, as `keepTyped` would do. */
async function add(event: RequestEvent) {
	const fields = new Map<string, string>();
	try {
		const problem = await addUpload(event, fields);
		if (problem?.file === 'phase') error(404);
		if (problem) return fail(problem.status, { ...problem, typed: typedEvidence(fields) });
	} catch (thrown) {
		const { status, storage } = refusedSave(event, thrown);
		return fail(status, { storage, typed: typedEvidence(fields) });
	}
	redirect(303, `${event.url.pathname.replace(/\/new$/, '')}?added`);
}

export const actions = { default: add } satisfies Actions;
