// Loaded into the serving process before everything else: builds a release on SIGUSR2 and prints, as one line of JSON,
// how long it took and how long the event loop was blocked meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import { database } from '#lib/server/database.ts';
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { today } from '#lib/server/today.ts';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 2;

async function build(): Promise<void> {
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
}

if (isMainThread) process.on('SIGUSR2', () => void build());
