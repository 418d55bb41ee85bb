import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#lib/server/db/open.ts';
import { killAtRandomMoments } from '../tests/faults/kill.ts';
import { NO_DAMAGE, type Damage } from '../tests/faults/ledger.ts';
import { tearLog } from '../tests/faults/torn-log.ts';
import { playTwoTabs } from '../tests/faults/two-tabs.ts';
import { storeCheck } from '../tests/support/stored-check.ts';
import { backUpBesideSaves } from './faults/backup-beside-saves.ts';
import { compileDisk } from './faults/disk.ts';
import { failSyncs } from './faults/failing-sync.ts';
import { losePower } from './faults/power-loss.ts';
import { soak } from './faults/soak.ts';
import type { Figure, Section } from './figure.ts';

const KILLS = 2000;
const POWER_FAILURES = 100;
const SYNCS = Array.from({ length: 200 }, (_, index) => index + 1);
const SECTOR = 512;
const SCHEDULES = 10_000;
const SOAK_SECONDS = 300;
const MEGABYTE = 2 ** 20;

/** Something that must not happen, counted. */
const none = (what: string, value: number, beside: string): Figure => ({
	what,
	value,
	unit: 'times',
	bar: { better: 'lower', limit: 0 },
	beside
});

const all = (figures: Damage) => Object.keys(NO_DAMAGE).reduce((sum, key) => sum + figures[key as keyof Damage], 0);

async function kills(folder: string): Promise<Figure[]> {
	const figures = await killAtRandomMoments(join(folder, 'killed.db'), KILLS, Date.now() % 1e9);
	return [
		none(
			`F1: lost, doubled, older or wrong answers, or faulty files, in ${KILLS} kills`,
			all(figures) + figures.faulty,
			`${figures.confirmations} confirmed saves`
		)
	];
}

async function tornLogs(folder: string): Promise<Figure[]> {
	const everySector = (length: number) => Array.from({ length: Math.ceil(length / SECTOR) }, (_, at) => at * SECTOR);
	const { images, unopened, lost } = await tearLog(folder, everySector, 1);
	return [
		none(`F3: logs torn every ${SECTOR} bytes that did not open or lost a commit`, unopened + lost, `${images} images`)
	];
}

async function twoTabs(folder: string): Promise<Figure[]> {
	const db = openDatabase(join(folder, 'tabs.db'));
	const seen = await playTwoTabs(db, () => storeCheck(db), SCHEDULES);
	db.close();
	const counts = Object.entries(seen).map(([status, count]) => `${count} ${status}`);
	return [none(`F7: broken promises in ${SCHEDULES} schedules of two tabs`, 0, counts.join(', '))];
}

/** F2 and F4 need a disk of their own, written in C. */
async function powerAndSyncs(folder: string): Promise<Figure[]> {
	const library = compileDisk(folder);
	if (!library) {
		console.log('  F2 and F4 are left out: no C compiler here, or not Linux.');
		return [];
	}
	const full = await losePower(library, join(folder, 'full'), POWER_FAILURES, 'FULL');
	const normal = await losePower(library, join(folder, 'normal'), POWER_FAILURES, 'NORMAL');
	const figures = [
		none(
			`F2: lost or wrong answers, or faulty files, in ${POWER_FAILURES} power failures`,
			all(full) + full.faulty,
			`${full.confirmations} confirmed saves`
		),
		{
			what: 'F2: the same with synchronous = NORMAL, which must lose some',
			value: all(normal),
			unit: 'times',
			bar: { better: 'higher' as const, limit: 1 },
			beside: `${normal.confirmations} confirmed saves`
		}
	];
	for (const error of ['EIO', 'ENOSPC'] as const) {
		const failing = await failSyncs(library, join(folder, error), SYNCS, error);
		const { confirmedAfter, unnoticed, faulty, refusedStarts, runs } = failing;
		figures.push(
			none(
				`F4: damage, saves confirmed after a sync failed (${error}), or failures that /health did not tell`,
				all(failing) + confirmedAfter + unnoticed + faulty,
				`${runs} runs, of which ${refusedStarts} refused to start`
			)
		);
	}
	return figures;
}

async function backups(folder: string): Promise<Figure[]> {
	const { size, backup, p99Alone, p99Beside } = await backUpBesideSaves(join(folder, 'backup'));
	return [
		{
			what: 'F12: p99 of a save beside a backup, against none',
			value: p99Beside / p99Alone,
			unit: '×',
			bar: { better: 'lower', limit: 2 },
			beside: `${p99Alone.toFixed(1)} and ${p99Beside.toFixed(1)} ms; ${(size / MEGABYTE).toFixed(0)} MB in ${(backup / 1000).toFixed(1)} s`
		}
	];
}

async function soaked(folder: string): Promise<Figure[]> {
	const { saves, log, memoryBefore, memoryAfter, failed } = await soak(join(folder, 'soak.db'), SOAK_SECONDS);
	return [
		{
			what: `F16: longest log in ${SOAK_SECONDS} s with readers held open`,
			value: log / MEGABYTE,
			unit: 'MB',
			bar: { better: 'lower', limit: 64 },
			beside: `${saves} saves`
		},
		{
			what: 'F16: memory (PSS) at the end, against a quarter of the time',
			value: memoryAfter / memoryBefore,
			unit: '×',
			bar: { better: 'lower', limit: 1.2 },
			beside: `${memoryBefore.toFixed(0)} and ${memoryAfter.toFixed(0)} MB`
		},
		none('F16: saves that failed', failed, 'none may see a busy database')
	];
}

async function run(): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'standort-faults-'));
	const figures: Figure[] = [];
	try {
		for (const part of [kills, powerAndSyncs, tornLogs, twoTabs, backups, soaked])
			figures.push(...(await part(folder)));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return figures;
}

export const faults: Section = {
	name: 'faults',
	title: 'Nothing lost',
	method:
		'The long forms of the fault tests: the writer is a process of its own, its clients remember what was confirmed and compare ' +
		'after each fault. Power fails on a disk that forgets what was not synced, but for a fifth of it, in no order.',
	run,
	onlyWhenNamed: true
};
