import { itemAnswer, ratingOf, type Answers, type Asking } from '#lib/domain/answering/answering.ts';
import { itemsOfCriterion, pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import { lacksReason } from '#lib/domain/answering/question.ts';

/** Everything that is asked with the answer to it, to be looked over. */
export function reviewPage(instrument: Instrument, asking: Asking, answers: Answers, locale: Locale) {
	const { criteria, variant, reasonOptional } = asking;
	return {
		levels: instrument.levels.map(({ name }) => pick(name, locale)),
		options: {
			unknown: pick(instrument.options.unknown.label, locale),
			notApplicable: pick(instrument.options.notApplicable.label, locale)
		},
		criteria: criteria.map((criterion) => ({
			id: criterion.id,
			name: pick(criterion.name, locale),
			items: itemsOfCriterion(criterion, variant).map((item) => {
				const answer = itemAnswer(answers, item.id);
				return {
					id: item.id,
					statement: pick(item.statement, locale),
					rating: answer.rating,
					counts: ratingOf(answers.get(item.id), reasonOptional) !== undefined,
					toBeConfirmed: answers.get(item.id)?.toBeConfirmed ?? false,
					lacksReason: !reasonOptional && lacksReason(answer)
				};
			})
		}))
	};
}
