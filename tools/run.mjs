// The way in of every npm script that a person types: `run.mjs STEP… [-- ARGUMENTS]`.
// A step is a file that Node runs, or else an npm script; the arguments go to the last one.
// 1. picks a Node that is new enough: this one, or the pinned one, fetched through npm into tools/node
// 2. installs the locked packages when the lock has changed
// 3. runs the steps, stopping at the first that fails
// Notices go to stderr: what a command prints on stdout is its result alone.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';

const MINIMUM_NODE = [24, 7];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.env.npm_execpath ?? fail('Bitte über npm starten: npm start · Please start through npm: npm start');

/** @param {string} sentence @returns {never} */
function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** @param {string} node path of the Node that everything started from here finds first */
const environment = (node) => ({ ...process.env, PATH: dirname(node) + delimiter + process.env.PATH });

/**
 * Installs a folder's locked packages once; a stamp inside node_modules remembers which lock they come from.
 * @param {string} node
 * @param {string} folder
 * @param {string} notice what to say meanwhile
 */
async function install(node, folder, notice) {
	const lock = readFileSync(join(folder, 'package-lock.json'));
	const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
	const stamp = join(folder, 'node_modules', '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	console.error(notice);
	const args = [npm, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const code = await run(node, args, { cwd: folder, env: environment(node), stdio: ['ignore', 2, 2] });
	if (code !== 0) fail('Das Installieren ist nicht gelungen; Grund siehe oben. · Installing failed; see above.');
	writeFileSync(stamp, wanted);
}

/** Path of a Node that is new enough. */
async function findNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = MINIMUM_NODE;
	if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return process.execPath;
	const folder = join(root, 'tools', 'node');
	const found = `Node ${process.versions.node}`;
	await install(
		process.execPath,
		folder,
		`${found} ist zu alt, ein neueres wird nach tools/node geholt … · ${found} is too old, fetching a newer one …`
	);
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const executable = platform === 'win' ? 'node.exe' : 'node';
	const node = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', executable);
	const minimum = MINIMUM_NODE.join('.');
	return existsSync(node)
		? node
		: fail(`Bitte Node ${minimum} oder neuer installieren. · Please install Node ${minimum} or newer.`);
}

const separator = process.argv.indexOf('--');
const steps = process.argv.slice(2, separator === -1 ? undefined : separator);
const settings = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
const passedOn = separator === -1 ? [] : process.argv.slice(separator + 1);

const node = await findNode();
await install(node, root, 'Pakete werden installiert (einmalig, 1–2 Minuten) … · Installing packages (once) …');
for (const [index, step] of steps.entries()) {
	const args = extname(step) ? [...settings, step] : [npm, 'run', '--silent', step, '--'];
	if (index === steps.length - 1) args.push(...passedOn);
	const code = await run(node, args, { cwd: root, env: environment(node) });
	if (code !== 0) process.exit(code);
}
