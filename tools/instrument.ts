/**
 * `npm run --silent instrument -- check FOLDER [--language en]` tells people who edit the texts of the questionnaire
 * what is wrong with them, and where. Ends with 1 if a rule is broken; hints alone end with 0.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES, pick, type Locale } from '#lib/domain/instrument/instrument.ts';
import { RULES } from '#lib/domain/instrument/rules.ts';
import { checkTexts } from '#lib/instruments/check-texts.ts';
import type { LocatedProblem } from '#lib/instruments/yaml-file.ts';

const WORDS = {
	de: {
		usage: 'Aufruf: npm run --silent instrument -- check ORDNER [--language en]',
		noFolder: (folder: string) => `Den Ordner ${folder} gibt es nicht.`,
		line: 'Zeile',
		rule: 'Regel',
		error: 'Fehler',
		hint: 'Hinweis',
		sound: 'Keine Fehler.',
		counted: (errors: number, hints: number) => `${errors} Fehler, ${hints} ${hints === 1 ? 'Hinweis' : 'Hinweise'}.`
	},
	en: {
		usage: 'Usage: npm run --silent instrument -- check FOLDER [--language de]',
		noFolder: (folder: string) => `There is no folder ${folder}.`,
		line: 'line',
		rule: 'Rule',
		error: 'Error',
		hint: 'Hint',
		sound: 'No errors.',
		counted: (errors: number, hints: number) =>
			`${errors} ${errors === 1 ? 'error' : 'errors'}, ${hints} ${hints === 1 ? 'hint' : 'hints'}.`
	}
};

/** One problem as one line: file, line, what is wrong, and the rule. */
function tell({ file, line, rule, reason }: LocatedProblem, locale: Locale): string {
	const words = WORDS[locale];
	const { weight, text } = RULES[rule];
	return `${file}, ${words.line} ${line}: ${words[weight]}. ${pick(reason, locale)} ${words.rule}: ${pick(text, locale)}`;
}

function run(): number {
	const { values, positionals } = parseArgs({
		strict: false,
		allowPositionals: true,
		options: { language: { type: 'string' } }
	});
	const locale = LOCALES.find((known) => known === values.language) ?? 'de';
	const words = WORDS[locale];
	const [command, name] = positionals;
	if (command !== 'check' || name === undefined) {
		console.error(words.usage);
		return 2;
	}
	// npm changes to the root of the project; a relative folder is meant from where the command was typed.
	const folder = resolve(process.env.INIT_CWD ?? '.', name);
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		console.error(words.noFolder(folder));
		return 2;
	}
	const problems = checkTexts(folder);
	for (const problem of problems) console.log(tell(problem, locale));
	const errors = problems.filter(({ rule }) => RULES[rule].weight === 'error').length;
	console.log(problems.length === 0 ? words.sound : words.counted(errors, problems.length - errors));
	return errors > 0 ? 1 : 0;
}

process.exitCode = run();
