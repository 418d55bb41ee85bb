/** A disk of a few megabytes that a test can fill, for a program that is started within it. Linux, no privileges. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOUNT = 'mount -t tmpfs -o size="$1" none "$0" && shift && exec "$@"';

/** Whether this machine lets an ordinary user mount one. */
export const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

/** Makes the folder; `within` starts a program for which the folder is the small disk. */
export function smallDisk(folder: string, size: string) {
	mkdirSync(folder, { recursive: true });
	/** a file on the disk, as it is seen from outside through the process that has mounted it */
	const seen = (pid: number, name: string) => join('/proc', String(pid), 'root', folder, name);
	return {
		within: ['unshare', '-rm', 'sh', '-c', MOUNT, folder, size],
		/** leaves no room, until `free` */
		fill(pid: number) {
			try {
				for (;;) appendFileSync(seen(pid, 'filler'), Buffer.alloc(4096));
			} catch (error) {
				if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
			}
		},
		free: (pid: number) => rmSync(seen(pid, 'filler')),
		/** bytes of a file, 0 where there is none */
		size: (pid: number, name: string) => statSync(seen(pid, name), { throwIfNoEntry: false })?.size ?? 0
	};
}
