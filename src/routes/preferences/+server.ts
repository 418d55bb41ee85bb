import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { RequestHandler } from './$types';

const Preference = z.object({
	language: z.enum(['de', 'en']).optional(),
	theme: z.enum(['light', 'dark']).optional(),
	/** a path of this site, never another host */
	back: z
		.string()
		.regex(/^\/(?![/\\])[^\\]*$/)
		.catch('/')
});

const YEAR = 365 * 24 * 60 * 60;

/** Keeps language or theme in a cookie and goes back to where the person was. Works without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const chosen = Preference.safeParse(Object.fromEntries(await request.formData()));
	if (!chosen.success) redirect(303, '/');
	const { back, ...preferences } = chosen.data;
	for (const [name, value] of Object.entries(preferences)) {
		// Readable by script: the browser's own texts follow the language.
		if (value)
			cookies.set(name, value, {
				path: '/',
				maxAge: YEAR,
				httpOnly: false,
				sameSite: 'lax',
				secure: url.protocol === 'https:'
			});
	}
	redirect(303, back);
};
