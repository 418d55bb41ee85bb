import { redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { endSession } from '#lib/server/accounts/sessions.ts';
import { keepCookies } from '../../signed-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { user } = event.locals;
	if (user) await endSession(database(), user.id, user.session.id);
	keepCookies(event, { session: undefined, 'second-factor': undefined });
	event.locals.user = undefined;
	redirect(303, '/');
};
