import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';

/** How often the disk of the temporary files syncs 4 kB in a second, measured for one second. */
function syncsPerSecond(): number {
	const folder = mkdtempSync(join(tmpdir(), 'standort-bench-'));
	const file = openSync(join(folder, 'sync'), 'w');
	const page = Buffer.alloc(4096, 1);
	const end = performance.now() + 1000;
	let count = 0;
	while (performance.now() < end) {
		writeSync(file, page, 0, page.length, (count % 256) * page.length);
		fdatasyncSync(file);
		count += 1;
	}
	closeSync(file);
	rmSync(folder, { recursive: true });
	return count;
}

/** The machine in one sentence each: what figures depend on. */
export function describeMachine(): string[] {
	const [first] = cpus();
	const gigabytes = Math.round(totalmem() / 1024 ** 3);
	return [
		`${availableParallelism()} cores ${first?.model.trim() ?? ''}, ${gigabytes} GB, ${type()} ${release()}, Node ${process.versions.node}`,
		`the disk syncs ${syncsPerSecond()} times a second; load before the start ${loadavg()[0]?.toFixed(1)}`
	];
}
