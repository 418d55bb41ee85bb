import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAnswers } from '#lib/server/checks/answers.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { seededRandom } from '../support/random.ts';
import { startWriter } from './writer-process.ts';

export interface TornFigures {
	images: number;
	/** images that could not be opened */
	unopened: number;
	/** images that lack a commit that lay wholly below the cut */
	lost: number;
}

const COMMITS = 60;
const CHECK = 'check';
const change = (revision: number) => ({ questionId: 'D1.1', revision, value: { comment: `${revision} `.repeat(200) } });

/** Files of a writer that was killed, and where in the log each of its commits ends. */
async function killedWriter(folder: string) {
	const file = join(folder, 'killed.db');
	const writer = await startWriter();
	await writer.ask('open', file);
	await writer.ask('createChecks', [CHECK]);
	const ends: number[] = [];
	for (let revision = 1; revision <= COMMITS; revision++) {
		await writer.ask('save', CHECK, [change(revision)]);
		const end = statSync(`${file}-wal`).size;
		// The log was emptied in between: what came before lies in the database.
		if (end < (ends.at(-1) ?? 0)) ends.fill(0);
		ends.push(end);
	}
	await writer.end('SIGKILL');
	return { file, log: readFileSync(`${file}-wal`), ends };
}

/**
 * F3: cuts the log of a killed writer, and overwrites it with noise from there, at positions that `choose` picks from
 * its length; each image must open and hold every commit that ends below.
 */
export async function tearLog(
	folder: string,
	choose: (length: number) => number[],
	seed: number
): Promise<TornFigures> {
	const random = seededRandom(seed);
	const { file, log, ends } = await killedWriter(folder);
	const figures = { images: 0, unopened: 0, lost: 0 };
	for (const position of choose(log.length)) {
		const noise = Buffer.from(Array.from({ length: log.length - position }, () => random.below(256)));
		for (const rest of [Buffer.alloc(0), noise]) {
			const image = join(folder, 'image', 'torn.db');
			mkdirSync(join(folder, 'image'), { recursive: true });
			copyFileSync(file, image);
			writeFileSync(`${image}-wal`, Buffer.concat([log.subarray(0, position), rest]));
			const stored = storedRevision(image);
			figures.images++;
			if (stored === undefined) figures.unopened++;
			else if (stored < ends.filter((end) => end <= position).length) figures.lost++;
			rmSync(join(folder, 'image'), { recursive: true });
		}
	}
	return figures;
}

/** The revision that an image holds, with the value that belongs to it; undefined where it does not open. */
function storedRevision(image: string): number | undefined {
	try {
		const db = openDatabase(image);
		const [stored] = findAnswers(db, CHECK);
		db.close();
		if (!stored) return 0;
		return JSON.stringify(stored.value) === JSON.stringify(change(stored.revision).value) ? stored.revision : -1;
	} catch {
		return undefined;
	}
}
