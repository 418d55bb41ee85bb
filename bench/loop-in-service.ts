// Loaded into the serving process before everything else: prints on SIGUSR2, as one line of JSON, how long the event loop
// has been blocked at most since the last time.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 2;

if (isMainThread) {
	const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
	delay.enable();
	let count = 0;
	process.on('SIGUSR2', () => {
		console.log(JSON.stringify({ loop: { longest: delay.max / 1e6 - RESOLUTION, count: ++count } }));
		delay.reset();
	});
}
