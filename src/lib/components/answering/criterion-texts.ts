/** The texts of one criterion's page, in one language. */
import { pick, type Criterion, type Instrument, type Item, type Locale } from '#lib/domain/instrument.ts';

/** @param reasonOptional M1: whether "does not apply" counts without a reason */
export function criterionTexts(
	instrument: Instrument,
	criterion: Criterion,
	items: Item[],
	locale: Locale,
	reasonOptional: boolean
) {
	const text = (of: { de: string; en: string }) => pick(of, locale);
	const dimension = instrument.dimensions.find(({ criteria }) => criteria.includes(criterion));
	return {
		reasonOptional,
		dimension: dimension ? text(dimension.name) : '',
		position: (dimension?.criteria.indexOf(criterion) ?? 0) + 1,
		of: dimension?.criteria.length ?? 0,
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
		items: items.map((item) => ({
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
