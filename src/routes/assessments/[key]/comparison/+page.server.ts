import { error, redirect } from '@sveltejs/kit';
import { agreeToComparison, findComparable, withdrawFromComparison } from '#lib/server/comparison-consent.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember, requireRight } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Only rounds that are closed are asked about here. */
async function requireOrganiser(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const member = await requireMember(event, 'readMunicipality');
	requireRight(member.who, 'agreeToComparison', 'closed');
	const { user, municipality } = member;
	return { municipality, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireOrganiser(event);
	return { rounds: findComparable(database(), municipality.key) };
};

export const actions = keepTyped(nothingTyped, {
	agree: async (event) => {
		const { municipality, deed } = await requireOrganiser(event);
		const id = String((await event.request.formData()).get('id') ?? '');
		if (!municipality.verified || !(await agreeToComparison(database(), id, deed))) error(404);
		redirect(303, `/assessments/${municipality.key}/comparison`);
	},
	withdraw: async (event) => {
		const { municipality, deed } = await requireOrganiser(event);
		await withdrawFromComparison(database(), deed);
		redirect(303, `/assessments/${municipality.key}/comparison`);
	}
} satisfies Actions);
