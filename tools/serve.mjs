// Serves the build with defaults for a machine of one's own; every value can be set from outside or in `.env`.
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const root = dirname(import.meta.dirname);
const settings = process.env;
settings.HOST ??= '127.0.0.1';
settings.PORT ??= '3000';
// A file of evidence; every other address takes 512 KB (src/routes/body-limit.ts).
settings.BODY_SIZE_LIMIT ??= '21M';
settings.ORIGIN ??= `http://localhost:${settings.PORT}`;
// Under the ten seconds within which a stopped service has to be gone.
settings.SHUTDOWN_TIMEOUT ??= '8';
process.chdir(root);
// Reading the questionnaire at the start would otherwise blow up the space for young objects for good: 100 MB less.
setFlagsFromString('--semi-space-growth-factor=1');
// Old objects are looked through when they have grown by half, not when they have doubled: 120 MB less, a twelfth more time.
setFlagsFromString('--heap-growing-percent=50');
// Threads that are started later work hard and not for long: they begin with room, which saves a release a quarter of its time.
setFlagsFromString('--min-semi-space-size=16');
setFlagsFromString('--initial-heap-size=128');

// Pages set their own headers, in place of these; scripts, styles, icons, redirects and refused forms are answered
// without asking the program.
const HEADERS = {
	'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	...(settings.ORIGIN.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' })
};
subscribe('http.server.request.start', (message) => {
	const { response } = /** @type {{ response: import('node:http').ServerResponse }} */ (message);
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
});

/** Ends the start with a sentence if another program listens at our port already. */
async function claimPort() {
	const probe = createServer();
	probe.listen(Number(settings.PORT), settings.HOST);
	try {
		await once(probe, 'listening');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		console.error(`Port ${settings.PORT} ist nicht frei (${reason}). Mit PORT=3001 npm start geht ein anderer.`);
		console.error(`Port ${settings.PORT} is not free. PORT=3001 npm start uses another one.`);
		process.exit(1);
	}
	probe.close();
	await once(probe, 'close');
}

await claimPort();
try {
	const { server: app } = await import(join(root, 'build', 'index.js'));
	// The message below is a promise: whoever follows it at once finds the door open.
	if (!app.server.listening) await once(app.server, 'listening');
} catch (error) {
	console.error(error);
	console.error('Standort 2030 ist nicht gestartet; Grund siehe oben. · Not started; see above.');
	process.exit(1);
}
const database = resolve(settings.DATABASE_FILE ?? 'data/standort.db');
const keys = resolve(settings.KEY_FOLDER ?? 'data/keys');
console.log(`
Standort 2030 läuft · is running: ${settings.ORIGIN}
Daten · data:        ${database}
Schlüssel · keys:    ${keys}
Beenden · stop:      Strg+C · Ctrl+C`);
