import { error, fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { toldMinutes } from '#lib/domain/instrument/reading-time.ts';
import { readCode } from '#lib/domain/answering/resume-code.ts';
import { NAME_MAXIMUM } from '#lib/domain/round/round.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findInvited } from '#lib/server/rounds/invitations.ts';
import { findAnswering, makePass, resumePass, type Pass } from '#lib/server/rounds/passes.ts';
import { beginOpenResponse } from '#lib/server/rounds/responses.ts';
import { findRoles } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { codeTyping, linkOpening, redeeming } from '../limits.ts';
import { keepPass, passesFor } from '../passes-kept.ts';
import { askingOfRole } from '../require-answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Event = Pick<RequestEvent, 'params' | 'cookies' | 'url' | 'getClientAddress'>;

/** The invitation behind the link, or the round where nothing is taken any more. */
function requireInvited({ params, getClientAddress }: Event) {
	if (!linkOpening.allows(getClientAddress())) error(429, 'limit');
	const [linkPart = '', token = ''] = params.token.split('-');
	const invited = findInvited(database(), KEY_FOLDER, linkPart, token, today());
	if (!invited) error(404, 'answer');
	return invited;
}

/** The pass of this browser with which something has been stored by this link. */
function passHere(event: Event): Pass | undefined {
	const [linkPart = '', token = ''] = event.params.token.split('-');
	return passesFor(event, linkPart, token).find((pass) => {
		const found = findAnswering(database(), KEY_FOLDER, pass, today());
		return found && !('over' in found) && found.response !== undefined;
	});
}

export const load: PageServerLoad = async (event) => {
	const invited = requireInvited(event);
	if ('over' in invited) {
		const { phase, mode, collectUntil, resultForRespondents, profile } = invited.over;
		const over = { phase, mode, collectUntil, resultForRespondents };
		return { name: profile.municipality?.name ?? '', over };
	}
	const { round, invitation } = invited;
	const role = findRoles(database(), round.id).find((one) => one.role === invitation.role);
	const { criteria } = askingOfRole(round, role?.criteria ?? []);
	return {
		name: round.profile.municipality?.name ?? '',
		minutes: toldMinutes(criteria, round.variant, getLocale()),
		criteria: criteria.length,
		collectUntil: round.collectUntil ?? '',
		mode: round.mode,
		leaders: round.leaders,
		begun: passHere(event) !== undefined
	};
};

function typedIn(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
	return {
		fields: [] as string[],
		typed: { name: text('name').trim(), consent: text('consent'), code: text('code'), shared: text('sharedComputer') }
	};
}

export const actions = keepTyped(typedIn, {
	default: async (event) => {
		const form = typedIn(event, await event.request.formData());
		const { name, consent, code, shared } = form.typed;
		if (!redeeming.allows(event.getClientAddress())) return fail(429, { ...form, fields: ['limit'] });
		const invited = requireInvited(event);
		if ('over' in invited) redirect(303, event.url.pathname);

		let pass = code === '' ? (passHere(event) ?? makePass(invited)) : undefined;
		if (!pass) {
			if (!codeTyping.allows(event.getClientAddress())) return fail(429, { ...form, fields: ['limit'] });
			pass = resumePass(database(), KEY_FOLDER, invited, readCode(code) ?? '');
			if (!pass) return fail(422, { ...form, fields: ['code'] });
		}
		if (invited.round.mode === 'open' && code === '' && !passHere(event)) {
			const fields = [
				...(name === '' || name.length > NAME_MAXIMUM ? ['name'] : []),
				...(consent === 'yes' ? [] : ['consent'])
			];
			if (fields.length > 0) return fail(422, { ...form, fields });
			await beginOpenResponse(database(), KEY_FOLDER, pass, name, today());
		}
		keepPass(event, pass, shared === 'yes');
		redirect(303, '/answer');
	}
} satisfies Actions);
