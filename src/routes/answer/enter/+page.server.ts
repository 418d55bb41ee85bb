import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { readCode } from '#lib/domain/answering/resume-code.ts';
import { database } from '#lib/server/database.ts';
import { findInvitedByCode } from '#lib/server/rounds/invitations.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { codeTyping } from '../limits.ts';
import type { Actions, RequestEvent } from './$types';

function typedIn(_: RequestEvent, form: FormData) {
	return { typed: String(form.get('code') ?? '').slice(0, 200) };
}

export const actions = keepTyped(typedIn, {
	/** A code that was typed leads to the page of its link, where one sees what it is about before beginning. */
	default: async (event) => {
		const { typed } = typedIn(event, await event.request.formData());
		if (!codeTyping.allows(event.getClientAddress())) return fail(429, { problem: 'limit', typed } as const);
		const code = readCode(typed);
		if (!code) return fail(422, { problem: 'form', typed } as const);
		const invited = findInvitedByCode(database(), KEY_FOLDER, code);
		if (!invited || 'over' in invited) return fail(404, { problem: 'unknown', typed } as const);
		redirect(303, `/answer/${invited.linkPart}-${invited.token}`);
	}
} satisfies Actions);
