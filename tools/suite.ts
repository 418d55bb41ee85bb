// `npm test`: every stage runs, even if one before it failed; the last line counts. `npm test -- lint e2e` runs just those.
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child.mjs';

interface Count {
	passed: number;
	failed: number;
}

interface Stage {
	name: string;
	/** npm script */
	script: string;
	args?: string[];
	env?: Record<string, string>;
	/** keeps one core busy: runs beside the stages after it, up to the first that `waits`, and tells its output at once */
	beside?: true;
	waits?: true;
	/** counts the tests of the stage's report; a stage without one counts as a single test */
	count?: () => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'standort-test-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

function countUnit(): Count {
	const { numPassedTests, numFailedTests } = read(unitReport);
	return { passed: numPassedTests, failed: numFailedTests };
}

function countBrowser(): Count {
	const { expected, unexpected, flaky } = read(browserReport).stats;
	return { passed: expected, failed: unexpected + flaky };
}

/**
 * Where stories keep the databases of their services: in memory where there is room, since each save is synced to the disk,
 * and thousands are made before a story begins. What a disk can do wrong is tested by the stage before.
 */
function quickestFolder(): string {
	const [memory, room] = ['/dev/shm', 2 * 1024 ** 3];
	if (!existsSync(memory)) return tmpdir();
	const { bavail, bsize } = statfsSync(memory);
	return bavail * bsize >= room ? memory : tmpdir();
}

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

const STAGES: Stage[] = [
	{ name: 'prepare', script: 'sync' },
	// Where the first stage has compiled the texts, nothing is written that others read meanwhile.
	{ name: 'build', script: 'build:changed', beside: true, env: isWanted('prepare') ? { MESSAGES_COMPILED: '1' } : {} },
	{ name: 'lint', script: 'lint', beside: true },
	{ name: 'format', script: 'format:check' },
	{ name: 'types', script: 'check:types' },
	{
		name: 'unit',
		script: 'test:unit',
		waits: true,
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		count: countUnit
	},
	{ name: 'browser', script: 'browser' },
	{
		name: 'e2e',
		script: 'test:e2e',
		args: ['--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport, TMPDIR: quickestFolder() },
		count: countBrowser
	}
];

/** What a stage adds to the sum; a stage that fails without a failed test, or without a report, is one failure more. */
function tally(stage: Stage, code: number): Count {
	const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
	if (!stage.count) return whole;
	try {
		const count = stage.count();
		if (code !== 0 && count.failed === 0) return { passed: count.passed, failed: 1 };
		return count.passed + count.failed > 0 ? count : whole;
	} catch {
		return { passed: 0, failed: 1 };
	}
}

const chosen = STAGES.filter(({ name }) => isWanted(name));
const sum: Count = { passed: 0, failed: 0 };
const summary: string[] = [];

async function runStage(stage: Stage): Promise<void> {
	const output = stage.beside ? join(reports, `${stage.name}.txt`) : undefined;
	const started = performance.now();
	const args = ['run', '--silent', stage.script, '--', ...(stage.args ?? [])];
	const file = output === undefined ? 'inherit' : openSync(output, 'w');
	const code = await run('npm', args, { env: { ...process.env, ...stage.env }, stdio: ['inherit', file, file] });
	if (output !== undefined) console.log(`\n── ${stage.name} (beside the others) ──\n${readFileSync(output, 'utf8')}`);
	if (code > 128) process.exit(code);
	const { passed, failed } = tally(stage, code);
	sum.passed += passed;
	sum.failed += failed;
	const seconds = Math.round((performance.now() - started) / 1000);
	summary.push(`${stage.name.padEnd(8)} ${passed} passed, ${failed} failed (${seconds} s)`);
}

const beside: Promise<void>[] = [];
for (const stage of chosen) {
	if (stage.beside) {
		beside.push(runStage(stage));
		continue;
	}
	if (stage.waits) await Promise.all(beside);
	console.log(`\n── ${stage.name} ──`);
	await runStage(stage);
}
await Promise.all(beside);
rmSync(reports, { recursive: true });
console.log(`\n${summary.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
