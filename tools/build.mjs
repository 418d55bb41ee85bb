// Builds the app unless the build at hand was made from exactly these sources: a second start does not build again.
import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';

const SOURCES = [
	'src',
	'static',
	'project.inlang/settings.json',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'tools/lean-styles.mjs',
	'tools/messages.mjs'
];
const GENERATED = join('src', 'lib', 'paraglide');
const STAMP = join('build', '.sources');

/** @param {string} path @returns {string[]} the files of a folder and of those in it, in a fixed order */
function filesOf(path) {
	if (path === GENERATED || path.endsWith('.test.ts')) return [];
	const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

/** One digest over everything that the build is made from. */
function fingerprint() {
	const digest = createHash('sha256').update(process.version);
	for (const source of SOURCES) {
		const files = source.includes('.') ? [source] : filesOf(source);
		for (const file of files) digest.update(`${file}\n`).update(readFileSync(file));
	}
	return digest.digest('hex');
}

/** Runs npm and shows what it said only if it fails. @param {string[]} args */
async function npm(...args) {
	const log = join(mkdtempSync(join(tmpdir(), 'standort-build-')), 'log');
	const output = openSync(log, 'w');
	const code = await run('npm', args, { stdio: ['ignore', output, output] });
	closeSync(output);
	const said = readFileSync(log, 'utf8');
	rmSync(dirname(log), { recursive: true });
	if (code === 0) return;
	console.error(`${said}\nDas Bauen ist nicht gelungen; Grund siehe oben. · Building failed; see above.`);
	process.exit(code);
}

const wanted = fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
	console.error('Die Anwendung wird gebaut (etwa eine halbe Minute) … · Building the app …');
	// `npm test` has done it, and others read what it made.
	if (process.env.MESSAGES_COMPILED !== '1') await npm('run', '--silent', 'sync');
	await npm('exec', '--', 'vite', 'build');
	writeFileSync(STAMP, wanted);
}
