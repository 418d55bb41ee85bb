import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '#lib/domain/answering/resume-code.ts';
import { findCheckByCode } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { rememberCode } from '../own-checks.ts';
import { codeGuessing } from '../limits.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const typed = String(form.get('code') ?? '').slice(0, 200);
		if (!codeGuessing.allows(event.getClientAddress())) return fail(429, { problem: 'limit', typed } as const);
		const code = readCode(typed);
		if (!code) return fail(422, { problem: 'form', typed } as const);
		const check = await findCheckByCode(database(), hashCode, code);
		if (!check) return fail(404, { problem: 'unknown', typed } as const);
		rememberCode(event, code, form.get('sharedComputer') === 'yes');
		redirect(303, `/check/${check.id}`);
	}
};
