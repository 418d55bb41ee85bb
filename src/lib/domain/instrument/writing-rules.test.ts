import { expect, test } from 'vitest';
import { LEVEL_MAXIMUM, NEXT_MAXIMUM, type RuleId } from './rules.ts';
import { writingProblems } from './writing-rules.ts';

const rulesBroken = (data: unknown) => writingProblems(data).map(({ rule }) => rule);

test.each<[RuleId, string, { de: string; en: string }]>([
	['spaces', 'help', { de: ' Text.', en: 'Text.' }],
	['spaces', 'help', { de: 'Ein  Text.', en: 'A text.' }],
	['spaces', 'help', { de: 'Ein Text.', en: 'A\ttext.' }],
	['spaces', 'help', { de: 'Ein Text.\n', en: 'A text.' }],
	['gender', 'help', { de: 'Die Mitarbeiter*innen.', en: 'The staff.' }],
	['gender', 'help', { de: 'Jede Bürger:in.', en: 'Every citizen.' }],
	['gender', 'help', { de: 'Für Kolleg_innen.', en: 'For colleagues.' }],
	['gender', 'help', { de: 'Alle BürgerInnen.', en: 'All citizens.' }],
	['gender', 'help', { de: 'Der Leiter/-in.', en: 'The head.' }],
	['gender', 'help', { de: 'Ein Leiter(in).', en: 'A head.' }],
	['formal', 'help', { de: 'Überlege, was du brauchst.', en: 'Think about what you need.' }],
	['formal', 'help', { de: 'Eure Kommune.', en: 'Your municipality.' }],
	['level', 'levels', { de: `${'x'.repeat(LEVEL_MAXIMUM)}.`, en: 'Text.' }],
	['next', 'next', { de: `Legen Sie ${'x'.repeat(NEXT_MAXIMUM - 10)}.`, en: 'Set it.' }],
	['facts', 'levels', { de: 'Es gibt eine gute Regel.', en: 'There is a rule.' }],
	['facts', 'levels', { de: 'Es gibt eine Regel.', en: 'There is an adequate rule.' }],
	['imperative', 'next', { de: 'Sie legen eine Liste an.', en: 'Keep a list.' }],
	['imperative', 'next', { de: 'Eine Liste anlegen.', en: 'Keep a list.' }],
	['examples', 'help', { de: 'Dinge, z. B. Rad, Bus, Bahn und Schiff.', en: 'Things.' }],
	['examples', 'help', { de: 'Dinge.', en: 'Things such as bicycle, bus, train and ship.' }],
	['ending', 'question', { de: 'Ist es so.', en: 'Is it so?' }],
	['ending', 'levels', { de: 'Es gibt eine Regel', en: 'There is a rule.' }],
	['ending', 'statement', { de: 'Verbindlichkeit der Ziele', en: 'How binding goals are.' }],
	['typography', 'help', { de: 'Das "Ziel".', en: 'The goal.' }],
	['typography', 'help', { de: 'Das Ziel - und mehr.', en: 'The goal.' }],
	['typography', 'help', { de: 'Das Ziel.', en: "The municipality's goal." }],
	['typography', 'help', { de: 'Das Ziel.', en: 'The „goal“.' }],
	['translation', 'help', { de: 'Das ist das Ziel.', en: 'Das ist das Ziel.' }]
])('rule %s is broken by this %s: %j', (rule, kind, text) => {
	expect(rulesBroken({ [kind]: text })).toEqual([rule]);
});

test.each<[string, { de: string; en: string }]>([
	['help', { de: 'In den Ratsgremien: Initiative, Innenstadt, Beginn.', en: 'In the council’s bodies – all of them.' }],
	['help', { de: 'Das „Ziel“ – dort.', en: 'The “goal”.' }],
	['levels', { de: 'x'.repeat(LEVEL_MAXIMUM - 1) + '.', en: 'Ob, wie gut sie sich kennen, zählt?' }],
	['next', { de: 'Ordnen Sie die Liste.', en: 'Sort the list.' }],
	['help', { de: 'Etwa Rad, Bus und Bahn, die oft fahren.', en: 'For example, it runs.' }],
	['help', { de: 'Ein Budget, etwa für Klima, das man plant, prüft und ändert.', en: 'A budget.' }],
	['help', { de: 'Vor etwa drei Jahren.', en: 'About three years ago.' }],
	['name', { de: 'Ziele der Stadt', en: 'Ziele der Stadt' }],
	['term', { de: 'SDG', en: 'SDG' }]
])('no rule is broken by this %s: %j', (kind, text) => {
	expect(rulesBroken({ [kind]: text })).toEqual([]);
});

test('a problem names the place and quotes what was found', () => {
	expect(writingProblems({ items: [{ help: { de: 'Alle Bürger*innen.', en: 'All.' } }] })).toEqual([
		{
			rule: 'gender',
			path: ['items', 0, 'help', 'de'],
			reason: { de: 'Hier steht „Bürger*innen“.', en: 'It says “Bürger*innen” here.' }
		}
	]);
});
