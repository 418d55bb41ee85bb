import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer, type BuiltServer } from '../tests/support/built-server.ts';

export interface BenchServer extends BuiltServer {
	databaseFile: string;
}

interface Around {
	/** fills the database before the server starts */
	before?: (databaseFile: string) => Promise<void>;
	/** looks at the file that the stopped server leaves */
	afterwards?: (databaseFile: string) => void;
	/** added to the environment of the server */
	env?: Record<string, string>;
}

/** Runs the built server on a new database for as long as the measurement takes, then removes both. */
export async function withServer<T>(measure: (server: BenchServer) => Promise<T>, around: Around = {}): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'standort-bench-'));
	const databaseFile = join(folder, 'standort.db');
	try {
		await around.before?.(databaseFile);
		const server = await startBuiltServer({
			folder,
			env: { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '1', ...around.env }
		});
		const result = await measure({ ...server, databaseFile }).finally(() => server.stop());
		around.afterwards?.(databaseFile);
		return result;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
