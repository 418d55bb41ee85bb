import { itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readProgress, type ReviewProgress } from '#lib/server/reviews/ratings.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../check/instrument-of.ts';
import { describeGrant, stateOf } from '../progress.ts';
import { openPage } from './review-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'overview', ({ grant, round }, reader) => {
		const progress = readProgress(reader, grant.id);
		return {
			grant: describeGrant(grant),
			closedOn: round.closedOn ?? '',
			state: stateOf(round, progress),
			dimensions: dimensionsOf(round, progress)
		};
	});

/** The criteria of each dimension with how far the own rating has come; nothing of the result. */
function dimensionsOf(round: Round, { ratings, opened }: ReviewProgress) {
	const { instrument } = requireInstrument(round);
	const asked = instrument.dimensions.filter(({ id }) => !round.scope || id === round.scope);
	return asked.map(({ id, name, criteria }) => ({
		id,
		name: pick(name, getLocale()),
		criteria: criteria.map((criterion) => {
			const items = itemsOfCriterion(criterion, round.variant);
			return {
				id: criterion.id,
				name: pick(criterion.name, getLocale()),
				all: items.length,
				done: items.filter((item) => ratings.has(item.id)).length,
				how: opened.get(criterion.id)?.how
			};
		})
	}));
}
