import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Password, PersonName } from '#lib/domain/account/form.ts';
import { isKnown } from '#lib/server/accounts/accounts.ts';
import { openAccount } from '#lib/server/accounts/signing-up.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { acceptMemberInvitation, findInvitedMember } from '#lib/server/municipalities/member-invitations.ts';
import { signIn } from '#lib/server/accounts/sessions.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../../guards.ts';
import { browserOf, enterWith } from '../../../signed-in.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { signingIn } from '../../limits.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const Opening = z.object({ name: PersonName, password: Password });

/** What whoever holds the link has to do: its address has no account yet, is signed in, or is not. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const invited = await findInvitedMember(database(), hashCode, params.token, today());
	if (!invited) return { invited: undefined };
	const { user } = locals;
	if (user) return { invited, next: user.email === invited.email ? 'accept' : 'otherAccount' } as const;
	return { invited, next: (await isKnown(database(), invited.email)) ? 'signIn' : 'open' } as const;
};

const typed = (_: RequestEvent, form: FormData) => ({ name: String(form.get('name') ?? '') });

async function accept(event: RequestEvent, by: { id: string; email: string }): Promise<never> {
	const joined = await acceptMemberInvitation(database(), hashCode, { token: event.params.token, by }, today());
	redirect(303, 'refused' in joined ? event.url.pathname : `/assessments/${joined.key}`);
}

export const actions = keepTyped(typed, {
	accept: (event) => accept(event, requireUser(event)),
	open: async (event) => {
		const form = await event.request.formData();
		const kept = typed(event, form);
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { ...kept, fields: ['limit'] });
		const opening = Opening.safeParse(Object.fromEntries(form));
		if (!opening.success)
			return fail(422, { ...kept, fields: opening.error.issues.map(({ path }) => String(path[0])) });
		const invited = await findInvitedMember(database(), hashCode, event.params.token, today());
		if (!invited) error(404);
		const { email } = invited;
		const made = await openAccount({ db: database(), auth: auth() }, { email, operator: false, ...opening.data });
		if (!made) redirect(303, event.url.pathname);
		const entered = await signIn(auth(), browserOf(event), { email, password: opening.data.password });
		if ('cookies' in entered) await enterWith(event, entered.cookies);
		return accept(event, { id: made.id, email });
	}
} satisfies Actions);
