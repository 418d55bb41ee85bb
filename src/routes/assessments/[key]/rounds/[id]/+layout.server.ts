import { error } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { requireRound } from '../../../../guards.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { who, round } = await requireRound(event, 'readMunicipality');
	if (!may(who, 'readRound', round.phase) && !may(who, 'readResult', round.phase)) error(404);
	return { round: { title: round.title, phase: round.phase } };
};
