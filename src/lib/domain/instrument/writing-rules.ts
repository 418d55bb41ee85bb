/** The rules of `instrument-rules.ts` that concern single passages; each is one function. */
import { EXAMPLES_MAXIMUM, LEVEL_MAXIMUM, NEXT_MAXIMUM, problem, type Problem, type RuleId } from './rules.ts';
import { passagesIn, type Passage } from './passages.ts';

/** What is wrong with the wording of one text file, given as parsed YAML. */
export function writingProblems(data: unknown): Problem[] {
	return passagesIn(data).flatMap((passage) => CHECKS.flatMap((check) => check(passage)));
}

type Check = (passage: Passage) => Problem[];

const CHECKS: Check[] = [
	spaces,
	gender,
	formal,
	longLevel,
	longNext,
	judging,
	imperative,
	examples,
	ending,
	typography,
	translation
];

/** A problem that quotes the first thing found in the text, or none. */
function found(rule: RuleId, { path, text }: Passage, pattern: RegExp): Problem[] {
	const match = pattern.exec(text)?.[0];
	return match === undefined ? [] : [problem(rule, path, `Hier steht „${match}“.`, `It says “${match}” here.`)];
}

function spaces({ path, text }: Passage): Problem[] {
	if (text.trim() === text && !/\s{2}|[\t\n\r]/.test(text)) return [];
	return [problem('spaces', path, 'Hier steht ein Leerzeichen zu viel.', 'There is a space too many here.')];
}

function gender(passage: Passage): Problem[] {
	return passage.locale === 'de'
		? found('gender', passage, /\p{L}+([*:_·]|\/-?)in(nen)?(?!\p{L})|\p{Ll}+In(nen)?(?!\p{L})|\p{L}+\(in(nen)?\)/u)
		: [];
}

function formal(passage: Passage): Problem[] {
	return passage.locale === 'de'
		? found('formal', passage, /(?<!\p{L})([Dd](u|ich|ir|ein(e[mnrs]?)?)|[Ee]u(ch|re?[mnrs]?|er))(?!\p{L})/u)
		: [];
}

function longLevel({ kind, path, text }: Passage): Problem[] {
	return kind === 'levels' ? tooLong('level', path, text, LEVEL_MAXIMUM) : [];
}

function longNext({ kind, path, text }: Passage): Problem[] {
	return kind === 'next' ? tooLong('next', path, text, NEXT_MAXIMUM) : [];
}

function tooLong(rule: RuleId, path: PropertyKey[], text: string, maximum: number): Problem[] {
	const { length } = text;
	if (length <= maximum) return [];
	const over = length - maximum;
	return [problem(rule, path, `${length} Zeichen, ${over} zu viel.`, `${length} characters, ${over} too many.`)];
}

const JUDGING = {
	de: /(?<!\p{L})(gute[mnrs]?|(umfassend|angemessen|ausreichend|optimal|hervorragend|sinnvoll)(e[mnrs]?)?)(?!\p{L})/iu,
	en: /\b(comprehensive(ly)?|appropriate(ly)?|adequate(ly)?|sufficient(ly)?|excellent|optimal(ly)?|sensible)\b/i
};

function judging(passage: Passage): Problem[] {
	return passage.kind === 'levels' ? found('facts', passage, JUDGING[passage.locale]) : [];
}

function imperative({ kind, locale, path, text }: Passage): Problem[] {
	if (kind !== 'next' || locale !== 'de' || /^\p{Lu}\p{Ll}+n Sie(?!\p{L})/u.test(text)) return [];
	const start = text.split(' ').slice(0, 3).join(' ');
	return [problem('imperative', path, `Der Text beginnt mit „${start}“.`, `The text begins with “${start}”.`)];
}

/** What opens a list of examples, up to the end of the clause. */
const EXAMPLES = {
	de: /(?<!\p{L})(z\. ?B\.|zum Beispiel|beispielsweise|etwa) ([^.;:)?!]+)/u,
	en: /\b(e\.g\.|for example|such as) ([^.;:)?!]+)/
};

function examples({ locale, path, text }: Passage): Problem[] {
	const list = EXAMPLES[locale].exec(text)?.[2]?.split(/, (?:d[aei]\p{L}+|wenn|weil|that|which|when) /u)[0] ?? '';
	const count = list.split(/, | oder | und | or | and /).length;
	const commas = list.split(', ').length - 1;
	if (count <= EXAMPLES_MAXIMUM || commas < 2) return [];
	return [problem('examples', path, `Es scheinen ${count} zu sein.`, `There seem to be ${count}.`)];
}

/** How the kinds of texts end. */
const ENDINGS: Record<string, RegExp> = {
	question: /\?$/,
	levels: /[.?!][“”]?$/,
	next: /[.?!][“”]?$/,
	statement: /[^.]$/,
	name: /[^.]$/,
	evidence: /[^.]$/
};

function ending({ kind, path, text }: Passage): Problem[] {
	if (text === '' || (ENDINGS[kind]?.test(text) ?? true)) return [];
	const end = text.slice(-12);
	return [problem('ending', path, `Der Text endet mit „${end}“.`, `The text ends with “${end}”.`)];
}

const STRANGE = { de: /["”']|\s-\s/, en: /["„'‘]|\s-\s/ };

function typography(passage: Passage): Problem[] {
	return found('typography', passage, STRANGE[passage.locale]);
}

/** A sentence that reads the same in both languages has been forgotten; a name or a term may. */
function translation({ kind, locale, path, text, other }: Passage): Problem[] {
	if (locale !== 'en' || other !== text || kind === 'name' || text.split(' ').length < 3) return [];
	const de = 'Der englische Text ist derselbe wie der deutsche.';
	return [problem('translation', path, de, 'The English text is the same as the German one.')];
}
