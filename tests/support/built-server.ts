import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface BuiltServer {
	origin: string;
	pid: number;
	/** Sends a signal and resolves with the exit code when the process has ended; SIGTERM unless told otherwise. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
	/** everything the server has printed so far */
	log(): string;
}

export interface ServerOptions {
	/** folder of its database `standort.db` and its keys */
	folder: string;
	/** free port unless given */
	port?: number;
	env?: Record<string, string>;
	/** a command and its arguments that start the program named after them, in the same process */
	within?: string[];
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

/** Starts the built server as `npm start` does, in a process of its own; throws what it printed if it does not start. */
export async function startBuiltServer({ folder, port, env, within = [] }: ServerOptions): Promise<BuiltServer> {
	const chosen = String(port ?? (await freePort()));
	const origin = `http://localhost:${chosen}`;
	const [command = process.execPath, ...args] = [...within, process.execPath, 'tools/serve.mjs'];
	const child = spawn(command, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: chosen,
			ORIGIN: origin,
			DATABASE_FILE: join(folder, 'standort.db'),
			KEY_FOLDER: join(folder, 'keys'),
			MAIL_FOLDER: join(folder, 'mail'),
			...env
		}
	});
	let printed = '';
	const exited = once(child, 'exit');
	await new Promise<void>((resolve, reject) => {
		const note = (chunk: Buffer) => {
			printed += chunk.toString();
			if (printed.includes('is running:')) resolve();
		};
		child.stdout.on('data', note);
		child.stderr.on('data', note);
		child.on('exit', () => reject(new Error(printed)));
	});
	return {
		origin,
		pid: child.pid ?? 0,
		log: () => printed,
		async stop(signal = 'SIGTERM') {
			child.kill(signal);
			const [code] = await exited;
			return code as number | null;
		}
	};
}
