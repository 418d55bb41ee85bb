import { statusOfCriteria, type Answers, type Asking } from '#lib/domain/answering/answering.ts';
import { pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';

/** The criteria that are asked with their status, by dimension. */
export function taskList(instrument: Instrument, asking: Asking, answers: Answers, locale: Locale) {
	const status = statusOfCriteria(asking, answers);
	return instrument.dimensions
		.map((dimension) => ({
			id: dimension.id,
			name: pick(dimension.name, locale),
			criteria: status
				.filter(({ criterion }) => dimension.criteria.includes(criterion))
				.map(({ criterion, ...counts }) => ({ id: criterion.id, name: pick(criterion.name, locale), ...counts }))
		}))
		.filter(({ criteria }) => criteria.length > 0);
}
