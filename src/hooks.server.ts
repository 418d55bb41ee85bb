import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { DATABASE_FILE, KEY_FOLDER, MAIL_FOLDER, MAIL_FROM, ORIGIN, SMTP_URL } from '$app/env/private';
import { loadInstruments } from '#lib/instruments/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { database } from '#lib/server/database.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { endStreams } from '#lib/server/meeting/live.ts';
import { startService, stopService } from '#lib/server/start.ts';
import { links } from './routes/account/letters.ts';
import { provider } from './routes/account/provider.ts';
import { invitationLetter } from './routes/answer/letters.ts';
import { handleCall, isCall } from './routes/api/api-handle.ts';
import { contactLetter } from './routes/contacts/letters.ts';
import { limitBody } from './routes/body-limit.ts';
import { readCookie } from './routes/cookies.ts';
import { setHeaders } from './routes/headers.ts';
import { signedIn } from './routes/signed-in.ts';
import { storageRefusal, withStatus } from './routes/storage-refusal.ts';

export const init: ServerInit = async () => {
	if (building) return;
	loadInstruments();
	const from = MAIL_FROM || `Standort 2030 <noreply@${new URL(ORIGIN).hostname}>`;
	startService({
		databaseFile: DATABASE_FILE,
		keyFolder: KEY_FOLDER,
		origin: ORIGIN,
		mail: { smtpUrl: SMTP_URL, folder: MAIL_FOLDER, from },
		links,
		provider: provider(),
		invitation: invitationLetter,
		contact: contactLetter
	});
	await ensureFictitiousRegister(database());
	// Screens of a meeting stay connected; the service would wait for them.
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endStreams);
	process.on('sveltekit:shutdown', stopService);
};

const identify: Handle = async ({ event, resolve }) => {
	event.locals.requestId = crypto.randomUUID();
	const theme = readCookie(event, 'theme');
	event.locals.theme = theme === 'light' || theme === 'dark' ? theme : undefined;
	event.locals.user = await signedIn(event);
	const response = withStatus(await resolve(event), event.locals.refused);
	setHeaders(response, event.url.pathname, event.locals.requestId, event.url.protocol === 'https:');
	if (event.locals.user) response.headers.set('cache-control', 'no-store');
	return response;
};

const localise: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		const { theme } = event.locals;
		const attribute = theme ? `data-kern-theme="${theme}"` : '';
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%theme%', attribute)
					// The empty page before the styles are there has the chosen brightness already.
					.replace('%scheme%', theme ?? 'light dark')
		});
	});

const visit = sequence(identify, localise);

export const handle: Handle = (input) => {
	const { event } = input;
	event.request = limitBody(event.request, event.url.pathname);
	return (isCall(event.url.pathname) ? handleCall : visit)(input);
};

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	const refusal = storageRefusal(error);
	if (refusal) {
		event.locals.refused = refusal.storage;
		console.error(requestId, String(error));
		const words = refusal.storage === 'full' ? m.common_storage_full() : m.common_storage_broken();
		return { message: words, requestId, storage: refusal.storage };
	}
	if (status === 404) return { message, requestId };
	console.error(requestId, error);
	// Where not even the error page can be made, the plain one shows this message and nothing else of the error.
	return { message: m.common_error_id({ id: requestId }), requestId };
};
