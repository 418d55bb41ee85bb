import { redirect } from '@sveltejs/kit';
import { decideReport, findExcluded, findReports, readmit } from '#lib/server/contacts/contact-oversight.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireOperator } from '../../guards.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { criterionName } from '../../contacts/criterion-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireOperator(event);
	return {
		reports: findReports(database()).map(({ criterion, ...report }) => ({
			...report,
			criterion: criterionName(criterion)
		})),
		excluded: findExcluded(database())
	};
};

export const actions = keepTyped(nothingTyped, {
	decide: async (event) => {
		const { id: operatorId } = requireOperator(event);
		const form = await event.request.formData();
		const decided = { id: String(form.get('id') ?? ''), remove: form.has('delete'), exclude: form.has('exclude') };
		await decideReport(database(), decided, operatorId, today());
		redirect(303, '/operate/contacts?decided');
	},
	readmit: async (event) => {
		const { id: operatorId } = requireOperator(event);
		const form = await event.request.formData();
		await readmit(database(), String(form.get('key') ?? ''), operatorId, today());
		redirect(303, '/operate/contacts?decided');
	}
} satisfies Actions);
