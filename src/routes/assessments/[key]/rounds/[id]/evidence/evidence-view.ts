/** The items of a round by criterion, each with its evidence. */
import type { Evidence } from '#lib/domain/evidence/evidence.ts';
import { criteriaOf, itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';

/** The criteria of a round with their items, in instrument order and the page's language. */
export function askedItems(round: Round) {
	const locale = getLocale();
	return criteriaOf(requireInstrument(round).instrument, round.scope).map((criterion) => ({
		id: criterion.id,
		name: pick(criterion.name, locale),
		items: itemsOfCriterion(criterion, round.variant).map((item) => ({
			id: item.id,
			statement: pick(item.statement, locale),
			examples: item.evidence[locale]
		}))
	}));
}

export function evidenceByItem(round: Round, pieces: readonly Evidence[]) {
	return askedItems(round).map(({ items, ...criterion }) => ({
		...criterion,
		items: items.map(({ id, statement }) => ({ id, statement, pieces: pieces.filter(({ item }) => item === id) }))
	}));
}
