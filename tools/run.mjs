// Entry point of `npm start`, `npm test` and `npm run dev`. Runs on any Node that npm itself runs on.
// 1. picks a Node that is new enough: this one, or one fetched through npm into tools/node
// 2. installs the locked dependencies when the lockfile changed
// 3. runs the npm scripts named on the command line, one after the other
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MINIMUM_NODE = [22, 17];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npmCli = process.env.npm_execpath;
if (!npmCli) throw new Error('Start this through npm: npm start, npm test');

/** Runs npm under the given Node, first on PATH for everything npm starts; ends this process when npm fails. */
async function npm(node, args, cwd = root) {
	const env = { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH };
	const child = spawn(node, [npmCli, ...args], { cwd, env, stdio: 'inherit' });
	const forward = (signal) => child.kill(signal);
	process.on('SIGINT', forward).on('SIGTERM', forward);
	const [code] = await once(child, 'exit');
	process.off('SIGINT', forward).off('SIGTERM', forward);
	if (code !== 0) process.exit(code ?? 1);
}

/** Installs a folder's lockfile once; a stamp inside node_modules remembers which one is there. */
async function installLocked(node, folder) {
	const lockfile = readFileSync(join(folder, 'package-lock.json'));
	const wanted = createHash('sha256')
		.update(lockfile)
		.update(process.platform + process.arch)
		.digest('hex');
	const stamp = join(folder, 'node_modules', '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	await npm(node, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
	writeFileSync(stamp, wanted);
}

async function findNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	const [wantMajor, wantMinor] = MINIMUM_NODE;
	if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return process.execPath;
	const folder = join(root, 'tools', 'node');
	console.log(`Node ${process.versions.node} is too old for this app; using the one in tools/node.`);
	await installLocked(process.execPath, folder);
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const executable = platform === 'win' ? 'node.exe' : 'node';
	const node = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', executable);
	if (!existsSync(node)) throw new Error(`Please install Node ${MINIMUM_NODE.join('.')} or newer.`);
	return node;
}

const node = await findNode();
await installLocked(node, root);
for (const script of process.argv.slice(2)) await npm(node, ['run', '--silent', script]);
