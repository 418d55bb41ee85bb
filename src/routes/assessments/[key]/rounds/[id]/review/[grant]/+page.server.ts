import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { PostText, ReviewText } from '#lib/domain/review/form.ts';
import { database } from '#lib/server/database.ts';
import { findEvidence } from '#lib/server/evidence/evidence.ts';
import { revokeGrant } from '#lib/server/reviews/grants.ts';
import { answerReview } from '#lib/server/reviews/handing-in.ts';
import { findOpenings } from '#lib/server/reviews/openings.ts';
import { declineRecommendation, takeRecommendation } from '#lib/server/reviews/recommendations.ts';
import { postAsMunicipality } from '#lib/server/reviews/threads.ts';
import { sendGrantNews } from '../../../../../../reviews/letters.ts';
import { grantLine } from '../../../../../../reviews/progress.ts';
import { choicesOf } from '../../../../../../reviews/round-choices.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import { requireOwnGrant, reviewShown } from './own-grant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await requireOwnGrant(event, 'readReview');
	const { grant, round, who } = found;
	const titles = Object.fromEntries(findEvidence(database(), round.id).map(({ id, title }) => [id, title]));
	// What was opened belongs to the log.
	const opened = may(who, 'readAudit') && { openings: findOpenings(database(), grant.id) };
	return { grant: grantLine(found), organiser: who === 'organiser', titles, ...opened, ...reviewShown(found) };
};

function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return { item: text('item'), recommendation: text('recommendation'), text: text('text') };
}

/** Whose grant it is, and what was posted. */
async function asked(event: RequestEvent) {
	const about = await requireOwnGrant(event);
	const { deed } = about;
	const kept = typed(event, await event.request.formData());
	return { kept, about, deed, deciding: { ...deed, recommendationId: kept.recommendation } };
}

const back = (event: RequestEvent, what: string): never => redirect(303, `${event.url.pathname}?${what}`);

export const actions = keepTyped(typed, {
	revoke: async (event) => {
		const { about, deed } = await asked(event);
		if (await revokeGrant(database(), deed.grantId, deed)) sendGrantNews(about, 'revoked');
		return back(event, 'revoked');
	},
	post: async (event) => {
		const { about, kept, deed } = await asked(event);
		const text = PostText.safeParse(kept.text);
		if (!text.success) return fail(422, { ...kept, problem: 'post' } as const);
		if (!choicesOf(about.round).some(({ id }) => id === kept.item)) error(404);
		const refusal = await postAsMunicipality(database(), { item: kept.item, text: text.data }, deed);
		if (refusal?.refused === 'unknown' || refusal?.refused === 'blind') error(404);
		if (refusal) return back(event, refusal.refused === 'over' ? 'over' : 'frozen');
		return back(event, `written#thread-${kept.item}`);
	},
	take: async (event) => {
		const { deciding } = await asked(event);
		if ((await takeRecommendation(database(), deciding)) === undefined) error(404);
		return back(event, 'taken');
	},
	decline: async (event) => {
		const { kept, deciding } = await asked(event);
		const reason = PostText.safeParse(kept.text);
		if (!reason.success) return fail(422, { ...kept, problem: 'decline' } as const);
		if (!(await declineRecommendation(database(), reason.data, deciding))) error(404);
		return back(event, 'declined');
	},
	answer: async (event) => {
		const { kept, deed } = await asked(event);
		const answer = ReviewText.safeParse(kept.text);
		if (!answer.success) return fail(422, { ...kept, problem: 'answer' } as const);
		if (!(await answerReview(database(), answer.data, deed))) error(404);
		return back(event, 'answered');
	}
} satisfies Actions);
