import { error, redirect } from '@sveltejs/kit';
import {
	agreeToComparison,
	findComparable,
	findWithdrawal,
	withdrawFromComparison
} from '#lib/server/municipalities/comparison-consent.ts';
import { database } from '#lib/server/database.ts';
import { findLatestRelease } from '#lib/server/releases/releases.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function requireDeed(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'agreeToComparison');
	return { municipality, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'agreeToComparison');
	const { key } = municipality;
	const release = findLatestRelease(database())?.content;
	return {
		rounds: findComparable(database(), key),
		withdrawal: findWithdrawal(database(), key),
		release: release && { number: release.number, cutoff: release.cutoff }
	};
};

export const actions = keepTyped(nothingTyped, {
	agree: async (event) => {
		const { municipality, deed } = await requireDeed(event);
		const id = String((await event.request.formData()).get('id') ?? '');
		if (!municipality.verified || !(await agreeToComparison(database(), id, deed))) error(404);
		redirect(303, `/assessments/${municipality.key}/comparison?agreed`);
	},
	withdraw: async (event) => {
		const { municipality, deed } = await requireDeed(event);
		await withdrawFromComparison(database(), deed);
		redirect(303, `/assessments/${municipality.key}/comparison?withdrawn`);
	}
} satisfies Actions);
