import { error } from '@sveltejs/kit';
import { KEY_FOLDER, ORIGIN } from '$app/env/private';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findPrintedCodes } from '#lib/server/rounds/invitations.ts';
import { qrCode } from '#lib/server/qr-code.ts';
import { findRoles } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { roleOptions } from '../role-options.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality, round } = await requireRound(event, 'invite');
	const codes = findPrintedCodes(database(), KEY_FOLDER, round.id);
	if (round.phase !== 'collecting' || !codes) error(404);
	const asked = findRoles(database(), round.id).map(({ role }) => role);
	const options = roleOptions(requireInstrument(round).instrument, asked, getLocale());
	return {
		...{ name: municipality.name, title: round.title, mode: round.mode, collectUntil: round.collectUntil ?? '' },
		enter: `${ORIGIN.replace(/^https?:\/\//, '')}/answer/enter`,
		roles: options
			.map(({ id, name }) => ({
				...{ id, name },
				slips: codes
					.filter(({ role }) => role === id)
					.map(({ code, link }) => ({ code, qr: qrCode(`${ORIGIN}/answer/${link}`) }))
			}))
			.filter(({ slips }) => slips.length > 0)
	};
};
