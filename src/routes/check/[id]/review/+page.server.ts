import { itemAnswer, ratingOf } from '#lib/domain/answering.ts';
import { criteriaOf, itemsOfCriterion, pick } from '#lib/domain/instrument.ts';
import { lacksReason } from '#lib/domain/question.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answersOf } from '#lib/server/checks.ts';
import { database } from '#lib/server/database.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const { instrument } = requireInstrument(check);
	const answers = await answersOf(database(), check.id);
	const locale = getLocale();
	return {
		check: { id: check.id, open: check.state === 'open' },
		levels: instrument.levels.map(({ name }) => pick(name, locale)),
		options: {
			unknown: pick(instrument.options.unknown.label, locale),
			notApplicable: pick(instrument.options.notApplicable.label, locale)
		},
		criteria: criteriaOf(instrument, check.scope).map((criterion) => ({
			id: criterion.id,
			name: pick(criterion.name, locale),
			items: itemsOfCriterion(criterion, check.variant).map((item) => {
				const answer = itemAnswer(answers, item.id);
				return {
					id: item.id,
					statement: pick(item.statement, locale),
					rating: answer.rating,
					counts: ratingOf(answers.get(item.id)) !== undefined,
					toBeConfirmed: answers.get(item.id)?.toBeConfirmed ?? false,
					lacksReason: lacksReason(answer)
				};
			})
		}))
	};
};
