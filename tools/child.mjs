import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program to its end, passing our stop signals on to it, so that ending the parent leaves no orphan.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} exit code; 128 and the signal's number where a signal ended it
 */
export function run(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: 'inherit', ...options });
		/** @param {NodeJS.Signals} signal */
		const forward = (signal) => child.kill(signal);
		process.on('SIGINT', forward).on('SIGTERM', forward);
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
		});
	});
}
