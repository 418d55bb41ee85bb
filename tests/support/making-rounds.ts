/** Rounds that are prepared and run as an organiser would, of a made-up town. */
import type { RoundSettings } from '#lib/domain/round.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { createRound } from '#lib/server/rounds.ts';

export const roundPlace = {
	key: '05999001',
	name: 'Musterau',
	kind: 'town',
	state: '05',
	population: 24_000
} as const;

export const MADE_ON = '2026-11-20';

const SETTINGS: RoundSettings = {
	title: 'Herbst 2026',
	variant: 'short',
	mode: 'confidential',
	collectUntil: '2026-12-20',
	leaders: ['Stabsstelle Nachhaltigkeit'],
	resultForRespondents: true,
	remindersMost: 2
};

/** Makes a draft of the short variant, or what `changes` make of it; resolves with its id. */
export async function makeRound(db: Db, changes: Partial<RoundSettings> = {}, place = roundPlace): Promise<string> {
	loadInstruments();
	await db.write((writer) =>
		writer
			.insert(municipality)
			.values({ ...place, area: 900, registerDate: '2026-01-31', fictitious: true })
			.onConflictDoNothing()
			.run()
	);
	const { instrument } = currentInstrument();
	return createRound(
		db,
		{
			settings: { ...SETTINGS, ...changes },
			municipalityKey: place.key,
			profile: { source: 'register', municipality: place, asked: {} },
			instrument
		},
		MADE_ON
	);
}
