// Loaded into the serving process before everything else: builds a release on SIGUSR2 and prints, as one line of JSON,
// how long it took and how long the event loop was blocked meanwhile.
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 2;

// Threads of the service load this file, too, but must not load what only the serving thread needs.
if (isMainThread) {
	const { monitorEventLoopDelay } = await import('node:perf_hooks');
	const { loadInstruments } = await import('#lib/instruments/index.ts');
	const { database } = await import('#lib/server/database.ts');
	const { buildRelease } = await import('#lib/server/releases/release-building.ts');
	const { today } = await import('#lib/server/today.ts');
	// As the service does when it starts.
	loadInstruments();

	process.on('SIGUSR2', async () => {
		const { DATABASE_FILE: file = '', KEY_FOLDER: keyFolder = '' } = process.env;
		const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
		delay.enable();
		const start = performance.now();
		const outcome = await buildRelease(database(), {
			file,
			keyFolder,
			cutoff: today(),
			today: today(),
			demonstration: false
		});
		const seconds = (performance.now() - start) / 1000;
		delay.disable();
		const counted = 'counts' in outcome ? outcome.counts.full : 0;
		console.log(JSON.stringify({ built: { seconds, longest: delay.max / 1e6 - RESOLUTION, counted } }));
	});
}
