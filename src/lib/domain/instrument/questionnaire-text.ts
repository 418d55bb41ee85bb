/** The questionnaire as Markdown, which is read as plain text, too. */
import { localise, type Localised } from './localise.ts';
import { glossaryOf } from './localise.ts';
import type { Instrument, Locale } from './instrument.ts';

type Texts = Localised<Instrument>;
type ItemTexts = Texts['dimensions'][number]['criteria'][number]['items'][number];

const WORDS = {
	de: {
		version: 'Fassung',
		licence: 'Lizenz',
		how: 'So schätzen Sie ein',
		levels: 'Die fünf Stufen',
		grades: 'Worauf sich eine Einschätzung stützt',
		core: 'Auch im kurzen Fragebogen.',
		evidence: 'Mögliche Nachweise',
		glossary: 'Glossar'
	},
	en: {
		version: 'version',
		licence: 'Licence',
		how: 'How to rate',
		levels: 'The five levels',
		grades: 'What a rating is based on',
		core: 'In the short questionnaire, too.',
		evidence: 'Possible evidence',
		glossary: 'Glossary'
	}
};

/** All statements with their levels, in one language. */
export function questionnaireText(instrument: Instrument, locale: Locale): string {
	const words = WORDS[locale];
	const texts = localise(instrument, locale);
	const { title, version, licence, about, instruction, options, levels, dimensions } = texts;
	const named = ({ value, name, meaning }: (typeof levels)[number]) => `- **${value} ${name}:** ${meaning}`;
	return blocks([
		`# ${title}, ${words.version} ${version}`,
		`${words.licence}: ${licence}`,
		about,
		`## ${words.how}`,
		instruction,
		...[options.unknown, options.notApplicable].map(({ label, hint }) => `**${label}:** ${hint}`),
		`### ${words.levels}`,
		levels.map(named).join('\n'),
		`### ${words.grades}`,
		texts.evidence_grades.map(named).join('\n'),
		...dimensions.flatMap(({ name, scope, criteria }) => [
			`## ${name}`,
			scope,
			...criteria.flatMap((criterion) => [
				`### ${criterion.id} ${criterion.name}`,
				criterion.question,
				criterion.why,
				...criterion.items.flatMap((item) => itemText(item, locale))
			])
		]),
		`## ${words.glossary}`,
		glossaryOf(instrument, locale)
			.map(({ term, meaning }) => `- **${term}:** ${meaning}`)
			.join('\n')
	]);
}

function itemText({ id, core, statement, help, levels, evidence }: ItemTexts, locale: Locale): string[] {
	const words = WORDS[locale];
	return [
		`#### ${id} ${statement}`,
		...(core ? [words.core] : []),
		...(help ? [help] : []),
		levels.map((level, index) => `${index + 1}. ${level}`).join('\n'),
		`${words.evidence}: ${evidence.join('; ')}`
	];
}

const blocks = (parts: readonly string[]) => `${parts.join('\n\n')}\n`;
