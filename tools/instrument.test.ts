import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '#lib/domain/instrument/instrument.ts';
import { RULES } from '#lib/domain/instrument/rules.ts';
import { temporaryFolder } from '../tests/support/folder.ts';

const TEXTS = 'src/lib/instruments/standort-2030/1.0.0';

function run(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/instrument.ts', ...args], {
		encoding: 'utf8'
	});
	return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

/** A copy of the texts in which one passage of decision.yaml is replaced. */
function folderWith(from: string, to: string): string {
	const folder = temporaryFolder();
	cpSync(TEXTS, folder, { recursive: true });
	const file = join(folder, 'decision.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
	return folder;
}

test('sound texts end with 0', () => {
	expect(run('check', TEXTS)).toEqual({ status: 0, lines: ['Keine Fehler.'], stderr: '' });
});

test('a broken rule ends with 1 and is told with file, line and rule, in German or English', () => {
	const folder = folderWith('Messbarkeit der', 'Messbarkeit  der');
	expect(run('check', folder)).toEqual({
		status: 1,
		lines: [
			`decision.yaml, Zeile 53: Fehler. Hier steht ein Leerzeichen zu viel. Regel: ${RULES.spaces.text.de}`,
			'1 Fehler, 0 Hinweise.'
		],
		stderr: ''
	});
	expect(run('check', folder, '--language', 'en')).toEqual({
		status: 1,
		lines: [
			`decision.yaml, line 53: Error. There is a space too many here. Rule: ${RULES.spaces.text.en}`,
			'1 error, 0 hints.'
		],
		stderr: ''
	});
});

test('a hint alone ends with 0', () => {
	const { status, lines } = run('check', folderWith('und was im Zweifel vorgeht?', 'und was im Zweifel vorgeht.'));
	expect(status).toBe(0);
	expect(lines).toEqual([expect.stringContaining('decision.yaml, Zeile 10: Hinweis. '), '0 Fehler, 1 Hinweis.']);
});

test.each([[[]], [['check']], [['prüfe', TEXTS]]])('%j is answered with how to call it', (args) => {
	const { status, stderr } = run(...args);
	expect(status).toBe(2);
	expect(stderr).toContain('npm run --silent instrument -- check ORDNER');
});

test('a folder that does not exist is named', () => {
	const { status, stderr } = run('check', 'no-such-folder');
	expect(status).toBe(2);
	expect(stderr).toContain('no-such-folder gibt es nicht.');
});

test.each(LOCALES)('the guide for writers lists every rule (%s)', (locale) => {
	const guide = readFileSync('docs/instrument.md', 'utf8');
	const missing = Object.values(RULES).filter(({ text }) => !guide.includes(`- ${text[locale]}\n`));
	expect(missing).toEqual([]);
});
