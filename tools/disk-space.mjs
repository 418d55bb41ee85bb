// Warns in the service's log before the disk is full: saves are refused when it is, and upgrades fail before that.
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MEGABYTE = 1024 * 1024;
/** Room for the log, the operating system's own needs and some days in which nobody reads the warning. */
const RESERVE = 500 * MEGABYTE;
const HOUR = 3_600_000;

/**
 * Free space below which an upgrade may fail: it copies the database first, and may write its tables anew meanwhile.
 * @param {number} databaseSize bytes
 */
export const spaceNeeded = (databaseSize) => 2 * databaseSize + RESERVE;

/**
 * A sentence for the log if too little space is left, else undefined.
 * @param {{ free: number, databaseSize: number, file: string }} state sizes in bytes
 */
export function describeShortage({ free, databaseSize, file }) {
	if (free >= spaceNeeded(databaseSize)) return undefined;
	const left = Math.floor(free / MEGABYTE);
	const needed = Math.ceil(spaceNeeded(databaseSize) / MEGABYTE);
	return `Nur noch ${left} MB frei, wo ${file} liegt; nötig sind ${needed} MB. Bitte Platz schaffen. · Only ${left} MB left, ${needed} MB needed.`;
}

/** @param {string} file the database */
function warn(file) {
	const { bavail, bsize } = statfsSync(dirname(file));
	const databaseSize = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const shortage = describeShortage({ free: bavail * bsize, databaseSize, file });
	if (shortage) console.error(shortage);
}

/** Looks at once and then every hour. @param {string} file the database */
export function watchDiskSpace(file) {
	warn(file);
	setInterval(warn, HOUR, file).unref();
}
