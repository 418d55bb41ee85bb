import { error } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { findRoundByLink } from '#lib/server/rounds/rounds.ts';
import { roundResult } from '../../../assessments/[key]/rounds/[id]/result/round-result.ts';
import { linkOpening } from '../../limits.ts';
import type { PageServerLoad } from './$types';

/** The result of a closed round for everyone who was invited: with the keys gone, a link tells of its round alone (D14). */
export const load: PageServerLoad = ({ params, url, getClientAddress }) => {
	if (!linkOpening.allows(getClientAddress())) error(429, 'limit');
	const [linkPart = ''] = params.token.split('-');
	const round = findRoundByLink(database(), linkPart);
	if (round?.phase !== 'closed' || !round.resultForRespondents) error(404, 'answer');
	return { name: round.profile.municipality?.name ?? '', result: roundResult(round, url) };
};
