/** Heavy work in a thread of its own, so that nobody who answers has to wait. */
import { dirname, join } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import { migrationsFolder } from './db/migrate.ts';

type Message<Result, Progress> = { progress: Progress } | { result: Result };

/**
 * Runs a module below this folder in a thread and resolves with its result. Node runs the source itself, in command-line
 * tools as beside the built server.
 * @param name of the module below this folder, such as `releases/release-worker`
 * @throws where the thread fails
 */
export function runInWorker<Result, Progress = never>(
	name: string,
	workerData: unknown,
	onProgress?: (progress: Progress) => void
): Promise<Result> {
	const worker = new Worker(join(dirname(migrationsFolder()), 'src/lib/server', `${name}.ts`), { workerData });
	return new Promise((done, fail) => {
		worker.on('message', (message: Message<Result, Progress>) => {
			if ('result' in message) done(message.result);
			else onProgress?.(message.progress);
		});
		worker.on('error', fail);
		worker.on('exit', (code) => fail(new Error(`${name} ended early (${code})`)));
	});
}

/** From within the thread: how far it is. */
export function sendProgress(progress: unknown): void {
	parentPort?.postMessage({ progress });
}

/** From within the thread: its result, the last that it sends. */
export function sendResult(result: unknown): void {
	parentPort?.postMessage({ result });
}
