/** What is measured: overall score, dimensions and criteria, and the statements behind them. */
import type { CodedValue, Variable } from './variable.ts';
import { criteriaOf, type Instrument, type Item, type Text } from '#lib/domain/instrument/instrument.ts';

const LEVEL: Text = { de: 'Stufe', en: 'level' };
const SCORES = { from: 1, to: 5 };

const NOT_SHOWN: Text = {
	de: 'Nicht gezeigt, wenn es keinen Wert gibt oder wenn er einzelne Kommunen verraten könnte; beides sieht gleich aus.',
	en: 'Not shown where there is no value, or where it could give away individual municipalities; both look the same.'
};

/** Overall, dimensions, criteria: in the order in which they are shown. */
export function measureVariables(instrument: Instrument): Variable[] {
	const measure = (name: string, label: Text, source: Variable['source'], description?: Text): Variable => ({
		name,
		label,
		...(description && { description }),
		type: 'decimal',
		unit: LEVEL,
		range: SCORES,
		values: levelValues(instrument),
		missing: NOT_SHOWN,
		source
	});
	return [
		measure('overall', { de: 'Insgesamt', en: 'Overall' }, OVERALL),
		...instrument.dimensions.map(({ id, name, scope }) => measure(id, name, DIMENSION, scope)),
		...criteriaOf(instrument).map(({ id, name, question }) => measure(id, name, CRITERION, question))
	];
}

const OVERALL: Variable['source'] = {
	rules: ['M5'],
	text: {
		de: 'Mittelwert der drei Dimensionen, nur wenn alle drei einen Wert haben.',
		en: 'Mean of the three dimensions, only if all three have a score.'
	}
};
const DIMENSION: Variable['source'] = {
	rules: ['M4'],
	text: {
		de: 'Gewichteter Mittelwert der Kriterien der Dimension, die einen Wert haben.',
		en: 'Weighted mean of the dimension’s criteria that have a score.'
	}
};
const CRITERION: Variable['source'] = {
	rules: ['M3'],
	text: {
		de: 'Mittelwert der Aussagen des Kriteriums, die zutreffen; mindestens zwei Drittel davon brauchen ein Ergebnis.',
		en: 'Mean of the criterion’s statements that apply; at least two thirds of them need a result.'
	}
};

/** The statements of the questionnaire, each with its own description of the five levels. */
export function itemVariables(instrument: Instrument): Variable[] {
	const { unknown, notApplicable } = instrument.options;
	return criteriaOf(instrument).flatMap(({ items }) =>
		items.map((item) => ({
			name: item.id,
			label: item.statement,
			...(item.help && { description: item.help }),
			type: 'whole' as const,
			unit: LEVEL,
			range: SCORES,
			values: [
				...levelValues(instrument, item),
				{ value: 'unknown', label: unknown.label, meaning: unknown.hint },
				{ value: 'notApplicable', label: notApplicable.label, meaning: notApplicable.hint }
			],
			missing: UNPUBLISHED,
			source: item.core ? IN_BOTH : IN_FULL
		}))
	);
}

const UNPUBLISHED: Text = {
	de: 'Antworten auf einzelne Aussagen werden nie veröffentlicht.',
	en: 'Answers to single statements are never published.'
};
const IN_BOTH: Variable['source'] = {
	rules: ['M1', 'M2', 'M17'],
	text: { de: 'Im vollständigen und im kurzen Fragebogen.', en: 'In the full and in the short questionnaire.' }
};
const IN_FULL: Variable['source'] = {
	rules: ['M1', 'M2', 'M17'],
	text: { de: 'Nur im vollständigen Fragebogen.', en: 'In the full questionnaire only.' }
};

/** The five levels by name, with what they mean in general or for one statement. */
function levelValues({ levels }: Instrument, item?: Item): CodedValue[] {
	return levels.map(({ value, name, meaning }, index) => ({
		value,
		label: name,
		meaning: item?.levels[index] ?? meaning
	}));
}
