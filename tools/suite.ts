// `npm test`: every stage runs, even if one before it failed; the last line counts. `npm test -- lint e2e` runs just those.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const STAGES: Stage[] = [
	{ name: 'prepare', script: 'sync' },
	{ name: 'format', script: 'format:check' },
	{ name: 'lint', script: 'lint' },
	{ name: 'types', script: 'check' },
	{
		name: 'unit',
		script: 'test:unit',
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		count: countUnit
	},
	{ name: 'build', script: 'build:changed' },
	{ name: 'browser', script: 'browser' },
	{
		name: 'e2e',
		script: 'test:e2e',
		args: ['--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
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

const wanted = process.argv.slice(2);
const sum: Count = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const stage of STAGES) {
	if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
	console.log(`\n── ${stage.name} ──`);
	const started = performance.now();
	const args = ['run', '--silent', stage.script, '--', ...(stage.args ?? [])];
	const code = await run('npm', args, { env: { ...process.env, ...stage.env } });
	if (code > 128) process.exit(code);
	const { passed, failed } = tally(stage, code);
	sum.passed += passed;
	sum.failed += failed;
	const seconds = Math.round((performance.now() - started) / 1000);
	summary.push(`${stage.name.padEnd(8)} ${passed} passed, ${failed} failed (${seconds} s)`);
}
rmSync(reports, { recursive: true });
console.log(`\n${summary.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
