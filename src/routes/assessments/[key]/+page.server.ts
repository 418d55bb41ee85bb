import { may } from '#lib/domain/access.ts';
import { database } from '#lib/server/database.ts';
import { findRounds, isOver } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readMunicipality');
	const readable = findRounds(database(), municipality.key).filter(
		({ phase }) => may(who, 'readRound', phase) || may(who, 'readResult', phase)
	);
	return {
		who,
		municipality,
		rounds: readable.map((round) => {
			const { id, title, phase, collectUntil, closedOn } = round;
			return { id, title, phase, collectUntil, closedOn, over: isOver(round, today()) };
		})
	};
};
