import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bundle } from './bundle.ts';
import type { Tasks } from './writer.ts';

type Answered<Task extends keyof Tasks> = Awaited<ReturnType<Tasks[Task]>>;

/** A running writer. What it was asked for and has not answered when it dies is rejected with `WriterDied`. */
export interface WriterProcess {
	ask<Task extends keyof Tasks>(task: Task, ...args: Parameters<Tasks[Task]>): Promise<Answered<Task>>;
	/** Ends it by a signal and resolves with its exit code, null where the signal ended it. */
	end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
	pid: number;
	/** resolves when it has died, however it did */
	dead: Promise<unknown>;
}

export class WriterDied extends Error {
	override readonly name = 'WriterDied';
}

/** An error that the writer answered with, under its name there. */
export class WriterRefused extends Error {}

export interface Surroundings {
	env?: Record<string, string>;
	/** a command and its arguments that start the program named after them */
	within?: string[];
}

/** Starts a writer and resolves when it stands by, no database open yet. */
export async function startWriter({ env = {}, within = [] }: Surroundings = {}): Promise<WriterProcess> {
	const [command = process.execPath, ...args] = [...within, process.execPath, await bundle('tests/faults/writer.ts')];
	const child = spawn(command, args, {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	const dead = once(child, 'exit');
	const waiting = answers(child, dead);
	await Promise.race([once(child, 'message'), dead]);
	let number = 0;
	return {
		pid: child.pid ?? 0,
		dead,
		ask: (task, ...args) =>
			new Promise((resolve, reject) => {
				waiting.set(++number, { resolve: resolve as (value: unknown) => void, reject });
				child.send({ number, task, args }, (error) => error && waiting.fail());
			}),
		async end(signal) {
			child.kill(signal);
			const [code] = await dead;
			return code as number | null;
		}
	};
}

interface Waiting {
	resolve(value: unknown): void;
	reject(error: Error): void;
}

class Answers extends Map<number, Waiting> {
	/** rejects everything that is unanswered */
	fail() {
		this.forEach(({ reject }) => reject(new WriterDied('The writer died')));
		this.clear();
	}
}

function answers(child: ChildProcess, dead: Promise<unknown>): Answers {
	const waiting = new Answers();
	child.on('message', (message: { number?: number; value?: unknown; error?: { name: string; message: string } }) => {
		const asked = waiting.get(message.number ?? 0);
		waiting.delete(message.number ?? 0);
		if (!message.error) return asked?.resolve(message.value);
		asked?.reject(Object.assign(new WriterRefused(message.error.message), { name: message.error.name }));
	});
	// Answers that were sent before the death still arrive until the channel closes.
	child.on('disconnect', () => waiting.fail());
	void dead.then(() => setImmediate(() => waiting.fail()));
	return waiting;
}
