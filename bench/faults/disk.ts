import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the disk does beside forgetting: `leak` per cent of early writes; the sync number `failAt` fails with `error`. */
export interface Temper {
	leak?: number;
	failAt?: number;
	error?: 'EIO' | 'ENOSPC';
}

const ERRORS = { EIO: 5, ENOSPC: 28 };

/** Compiles disk.c into a folder; undefined on a machine without a C compiler or other than Linux. */
export function compileDisk(folder: string): string | undefined {
	if (process.platform !== 'linux' || spawnSync('cc', ['--version']).status !== 0) return undefined;
	const library = join(folder, 'disk.so');
	execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'disk.c'), '-ldl']);
	return library;
}

/** A disk in a folder: what a writer sees and, apart, what would be left after a power failure. */
export function makeDisk(library: string, folder: string) {
	const [live, platter] = [join(folder, 'live'), join(folder, 'platter')];
	[live, platter].forEach((each) => mkdirSync(each, { recursive: true }));
	return {
		file: join(live, 'disk.db'),
		env: ({ leak = 0, failAt = 0, error = 'EIO' }: Temper) => ({
			LD_PRELOAD: library,
			DISK_FOLDER: live,
			DISK_PLATTER: platter,
			DISK_LEAK: String(leak),
			DISK_FAIL_AT: String(failAt),
			DISK_ERRNO: String(ERRORS[error])
		}),
		/** What the next start finds: the platter and nothing else. */
		losePower() {
			rmSync(live, { recursive: true });
			cpSync(platter, live, { recursive: true });
		}
	};
}
