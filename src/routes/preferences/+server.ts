import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { setCookie } from '../cookies.ts';
import { localPath } from '../local-path.ts';
import type { RequestHandler } from './$types';

const Preference = z.object({
	language: z.enum(['de', 'en']).optional(),
	theme: z.enum(['light', 'dark']).optional(),
	back: z.unknown()
});

/** Keeps language or theme in a cookie and goes back to where the person was. Works without JavaScript. */
export const POST: RequestHandler = async (event) => {
	const chosen = Preference.safeParse(Object.fromEntries(await event.request.formData()));
	if (!chosen.success) redirect(303, '/');
	const { back, language, theme } = chosen.data;
	if (language) setCookie(event, 'language', language);
	if (theme) setCookie(event, 'theme', theme);
	redirect(303, localPath(back, '/'));
};
