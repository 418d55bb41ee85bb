/** What documents tell of a closed round of a made-up town, in the language that is set. */
import type { Reported } from '#lib/components/document/report.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { resultView } from '#lib/domain/result/view.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { aboutRound, targetedRound } from '#lib/server/rounds/round-results.ts';
import { requireMade } from './answered-round.ts';
import { makeClosedRound } from './closed-round.ts';
import { madeUpPeople } from './made-up-people.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

export const REPORTED_SHA = '0123456789abcdef'.repeat(4);

/** @param name of the municipality, where not the one that rounds are made for */
export async function reportedResult(settings: Partial<RoundSettings> = {}, name?: string): Promise<Reported> {
	const db = openTemporaryDatabase();
	const variant = settings.variant ?? 'full';
	const id = await makeClosedRound(db, [], { people: madeUpPeople(20, variant), ...settings, variant });
	const round = requireMade(db, id);
	const loaded = currentInstrument();
	const source = teamSource(loaded.instrument, targetedRound(db, round, loaded.instrument));
	const about = aboutRound(round, loaded, getLocale());
	return {
		view: resultView(source, getLocale()),
		about: { ...about, ...(name && { name }) },
		comparison: undefined,
		sha256: REPORTED_SHA,
		day: '2027-01-20'
	};
}

/** The same of somebody who tried it out alone: no meeting, no plan, no name. */
export async function reportedTrial(settings: Partial<RoundSettings> = {}): Promise<Reported> {
	const told = await reportedResult(settings);
	const about = { ...told.about };
	delete about.name;
	delete about.round;
	delete about.team;
	return { ...told, about };
}
