import { database } from '#lib/server/database.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	demonstration: isDemonstration(database()),
	signedIn: locals.user !== undefined
});
