/** What recommendations and questions may be about: criteria and items of a round, by id and name. */
import { itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { criteriaOfRound } from './progress.ts';

export function choicesOf(round: Round): { id: string; name: string }[] {
	const locale = getLocale();
	return criteriaOfRound(round).flatMap((criterion) => [
		{ id: criterion.id, name: pick(criterion.name, locale) },
		...itemsOfCriterion(criterion, round.variant).map(({ id, statement }) => ({ id, name: pick(statement, locale) }))
	]);
}

/** The items of the criteria that are in sight: whatever were said of others could tell their level. */
export function itemsInSight(
	round: Round,
	opened: { has(criterion: string): boolean }
): { id: string; name: string }[] {
	return criteriaOfRound(round)
		.filter(({ id }) => opened.has(id))
		.flatMap((criterion) =>
			itemsOfCriterion(criterion, round.variant).map(({ id, statement }) => ({
				id,
				name: pick(statement, getLocale())
			}))
		);
}
