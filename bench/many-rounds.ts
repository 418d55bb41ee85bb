/** Closed rounds of as many municipalities as there are in Germany, as large as real ones. */
import { dirname, join } from 'node:path';
import { addDays } from '#lib/domain/day.ts';
import { KINDS, type ProfileMunicipality } from '#lib/domain/municipality/municipality.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { makePlaces } from '../tools/demonstration/places.ts';
import { makeRounds, type RoundRow } from '../tools/demonstration/rounds.ts';

const TODAY = '2026-11-25';
const SEED = 2030;
/** so many places are answered for; the others have the same answers again */
const DIFFERENT = 120;
/** Municipalities stored in one transaction. */
const BATCH = 200;
const DAYS_BETWEEN = 365;

/** Full, confidential rounds, made up once. */
function makePool(): RoundRow[] {
	const plan = { sealed: currentInstrument(), today: TODAY, seed: SEED };
	return [...makeRounds(makePlaces(SEED).slice(0, DIFFERENT), plan)].filter(({ variant }) => variant === 'full');
}

function place(index: number): ProfileMunicipality & { key: string } {
	return {
		key: String(5_900_000 + index).padStart(8, '0'),
		name: `Musterau ${index}`,
		kind: KINDS[index % KINDS.length] ?? 'town',
		state: '05',
		population: 500 + ((index * 7919) % 150_000)
	};
}

/** Fills a new database file; all municipalities have agreed to the comparison. */
export async function fillWithRounds(file: string, municipalities: number, roundsOfEach: number): Promise<void> {
	const pool = makePool();
	const db = openDatabase(file);
	for (let start = 0; start < municipalities; start += BATCH) {
		const places = Array.from({ length: Math.min(BATCH, municipalities - start) }, (_, index) => place(start + index));
		await db.write((writer) => {
			writer
				.insert(municipality)
				.values(places.map((one) => ({ ...one, area: 900, registerDate: TODAY, fictitious: true })))
				.run();
			for (const [index, one] of places.entries())
				for (let round = 0; round < roundsOfEach; round++) {
					const made = pool[((start + index) * roundsOfEach + round) % pool.length] as RoundRow;
					const closedOn = addDays(TODAY, -1 - round * DAYS_BETWEEN);
					const row = {
						...made,
						id: `${one.key}-${round}`,
						profile: { ...made.profile, municipality: one },
						municipalityKey: one.key,
						closedOn,
						comparisonAgreedOn: closedOn,
						demonstration: false
					};
					writer.insert(assessment).values(row).run();
				}
		});
	}
	db.close();
}

/** A small database with a release in force. */
export async function fillWithRelease(file: string, municipalities: number): Promise<void> {
	await fillWithRounds(file, municipalities, 1);
	const db = openDatabase(file);
	const outcome = await buildRelease(db, {
		file,
		keyFolder: join(dirname(file), 'keys'),
		cutoff: TODAY,
		today: TODAY,
		demonstration: false
	});
	db.close();
	if ('refused' in outcome) throw new Error(`There is no release: ${outcome.refused}`);
}
