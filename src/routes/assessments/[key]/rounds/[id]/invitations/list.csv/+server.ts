import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { exportInvitations } from '#lib/server/rounds/inviting.ts';
import { findRoles } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { roleOptions } from '../role-options.ts';
import type { RequestHandler } from './$types';

/** The list of addresses, such as the next round can take it in again. */
export const GET: RequestHandler = async (event) => {
	const { user, round } = await requireRound(event, 'readInvitations');
	const asked = findRoles(database(), round.id).map(({ role }) => role);
	const names = new Map<string, string>(
		roleOptions(requireInstrument(round).instrument, asked, getLocale()).map(({ id, name }) => [id, name])
	);
	const invitations = await exportInvitations(database(), round.id, { userId: user.id, today: today() });
	const columns = [m.account_email(), m.invite_role()].map((title) => ({ title, kind: 'text' as const, width: 40 }));
	const rows = invitations.flatMap(({ email, role }) => (email === null ? [] : [[email, names.get(role) ?? role]]));
	const name = fileName([m.invite_title(), round.profile.municipality?.name ?? '', round.title], 'csv');
	return new Response(csvOf({ columns, rows }, CSV_STYLES[getLocale()]), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` }
	});
};
