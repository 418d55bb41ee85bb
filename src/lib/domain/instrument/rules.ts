/** The rules for the texts of an instrument, as `docs/instrument.md` explains them to the people who write them. */
import type { Text } from './instrument.ts';

interface Rule {
	/** a broken rule stops the start, or is worth a second look */
	weight: 'error' | 'hint';
	text: Text;
}

const error = (de: string, en: string): Rule => ({ weight: 'error', text: { de, en } });
const hint = (de: string, en: string): Rule => ({ weight: 'hint', text: { de, en } });

/** A level of about two lines on a phone can be told from its neighbours at a glance. */
export const LEVEL_MAXIMUM = 220;
export const NEXT_MAXIMUM = 200;
export const EXAMPLES_MAXIMUM = 3;

/** Errors of `yaml` to `evidence` also stop the start of the service, all others only concern the check of the texts. */
export const RULES = {
	yaml: error('Die Dateien sind gültiges YAML in UTF-8.', 'The files are valid YAML in UTF-8.'),
	structure: error(
		'Jede Datei hat genau die vorgesehenen Einträge, jeder Text steht auf Deutsch und Englisch da.',
		'Each file has exactly the intended entries, and each text is there in German and English.'
	),
	ids: error(
		'Kennungen kommen einmal vor und beginnen mit der ihres Kriteriums oder ihrer Dimension.',
		'Ids occur once and begin with the one of their criterion or dimension.'
	),
	core: error(
		'Genau eine Aussage je Kriterium gehört zur Kurzfassung.',
		'Exactly one item of each criterion belongs to the short version.'
	),
	scales: error('Skalen zählen ohne Lücke aufwärts.', 'Scales count upwards without a gap.'),
	references: error('Verweise führen zu etwas, das es gibt.', 'References lead to something that exists.'),
	evidence: error(
		'Zwei oder drei Nachweise, in beiden Sprachen gleich viele.',
		'Two or three pieces of evidence, as many in one language as in the other.'
	),
	crosswalk: error(
		'Die Überleitung nennt jede Aussage beider Fassungen genau einmal.',
		'The crosswalk tells what became of every item of both versions, once.'
	),
	quotes: error('Texte stehen in doppelten Anführungszeichen.', 'Texts stand in double quotation marks.'),
	spaces: error(
		'Keine Leerzeichen am Rand, keine doppelten Leerzeichen, keine Tabulatoren, keine Zeilenumbrüche im Text.',
		'No spaces at either end, no double spaces, no tabs, no line breaks in a text.'
	),
	next: error(
		`Ein nächster Schritt hat höchstens ${NEXT_MAXIMUM} Zeichen.`,
		`A next step has at most ${NEXT_MAXIMUM} characters.`
	),
	gender: error(
		'Neutrale Wörter statt Sternchen, Doppelpunkt, Unterstrich oder Binnen-I.',
		'Neutral German words instead of asterisks, colons, underscores or capital letters inside words.'
	),
	formal: error('Angesprochen wird mit „Sie“.', 'The German text addresses people formally (“Sie”).'),
	level: hint(
		`Eine Stufe hat höchstens etwa ${LEVEL_MAXIMUM} Zeichen.`,
		`A level has at most about ${LEVEL_MAXIMUM} characters.`
	),
	facts: hint(
		'Eine Stufe beschreibt, was man feststellen kann, und wertet nicht.',
		'A level describes what can be observed and does not judge.'
	),
	imperative: hint(
		'Ein nächster Schritt beginnt mit einer Aufforderung („Legen Sie …“).',
		'A next step begins with a request (in German “Legen Sie …”).'
	),
	examples: hint(`Nicht mehr als ${EXAMPLES_MAXIMUM} Beispiele.`, `No more than ${EXAMPLES_MAXIMUM} examples.`),
	ending: hint(
		'Fragen enden mit Fragezeichen, Stufen und Schritte mit Satzzeichen, Namen und Nachweise ohne Punkt.',
		'Questions end with a question mark, levels and steps with punctuation, names and evidence without a full stop.'
	),
	typography: hint(
		'Anführungszeichen sind „…“ im Deutschen und “…” im Englischen, Gedankenstriche –.',
		'Quotation marks are „…“ in German and “…” in English, dashes –.'
	),
	translation: hint('Der englische Text ist übersetzt.', 'The English text is a translation.')
} satisfies Record<string, Rule>;
export type RuleId = keyof typeof RULES;

/** What is wrong at one place of a text file, as a sentence in both languages. */
export interface Problem {
	rule: RuleId;
	/** keys and indexes from the root of the file to the value */
	path: PropertyKey[];
	reason: Text;
}

export function problem(rule: RuleId, path: PropertyKey[], de: string, en: string): Problem {
	return { rule, path, reason: { de, en } };
}
