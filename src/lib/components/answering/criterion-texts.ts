/** The texts of one criterion's page, in one language. */
import type { Asking } from '#lib/domain/answering/answering.ts';
import {
	itemsOfCriterion,
	pick,
	type Criterion,
	type Instrument,
	type Locale
} from '#lib/domain/instrument/instrument.ts';

/** @param asking what the criterion is one of */
export function criterionTexts(instrument: Instrument, asking: Asking, criterion: Criterion, locale: Locale) {
	const text = (of: { de: string; en: string }) => pick(of, locale);
	const dimension = instrument.dimensions.find(({ criteria }) => criteria.includes(criterion));
	const asked = asking.criteria.filter((one) => dimension?.criteria.includes(one));
	return {
		reasonOptional: asking.reasonOptional,
		dimension: dimension ? text(dimension.name) : '',
		/** among those of the dimension that are asked */
		position: asked.indexOf(criterion) + 1,
		of: asked.length,
		name: text(criterion.name),
		question: text(criterion.question),
		why: text(criterion.why),
		roles: instrument.roles.filter(({ id }) => criterion.roles.includes(id)).map(({ name }) => text(name)),
		instruction: text(instrument.instruction),
		levels: instrument.levels.map(({ name }) => text(name)),
		unknown: { label: text(instrument.options.unknown.label), hint: text(instrument.options.unknown.hint) },
		notApplicable: {
			label: text(instrument.options.notApplicable.label),
			hint: text(instrument.options.notApplicable.hint),
			reason: text(instrument.options.notApplicable.reason_label)
		},
		grades: instrument.evidence_grades.map(({ value, name, meaning }) => ({
			value,
			name: text(name),
			meaning: text(meaning)
		})),
		importance: instrument.importance.map(({ value, name }) => ({ value, name: text(name) })),
		items: itemsOfCriterion(criterion, asking.variant).map((item) => ({
			id: item.id,
			statement: text(item.statement),
			help: item.help && text(item.help),
			levels: item.levels.map(text),
			evidence: item.evidence[locale]
		}))
	};
}

export type CriterionTexts = ReturnType<typeof criterionTexts>;
export type ItemTexts = CriterionTexts['items'][number];
