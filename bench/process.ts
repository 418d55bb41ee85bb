import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** CPU time that a process has used so far, all its threads, in seconds. */
export function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The second field is the name in brackets and may hold blanks; user and system time are fields 14 and 15.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory of a process with its share of what others use too (PSS), in MB. */
export function memory(pid: number): number {
	const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
	return Number(kilobytes) / 1024;
}

/** Watches the memory of a process; `stop` tells the highest value seen. */
export function watchMemory(pid: number): { stop(): number } {
	let highest = memory(pid);
	const timer = setInterval(() => {
		if (existsSync(`/proc/${pid}`)) highest = Math.max(highest, memory(pid));
	}, 250);
	return {
		stop() {
			clearInterval(timer);
			return highest;
		}
	};
}
