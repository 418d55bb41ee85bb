/** The built service with two releases, the first of them taken back, and much of which nothing is shown. */
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { retractRelease } from '#lib/server/releases/releases.ts';
import type { Db } from '#lib/server/db/open.ts';
import type { Person } from './members.ts';
import { insertRounds, spreadRounds, type RoundInput } from './rounds.ts';
import { openFilled, type Site } from './services.ts';
import { addSignedIn } from './signed-in.ts';

export interface ServedReleases {
	origin: string;
	/** of the database */
	file: string;
	operator: Person;
}

export const REASON = 'Ein Fragebogen war falsch zugeordnet.';

const MEASURES = ['overall', 'decision', 'administration', 'budget', 'A1', 'A2', 'B1', 'D1', 'D2'];

/** Rounds of the towns with these numbers, closed and agreed to on a day. */
function roundsOf(from: number, to: number, day: string, state = '05'): RoundInput[] {
	const rounds = spreadRounds(to, MEASURES).slice(from);
	return rounds.map(({ index, scores }) => {
		const municipality = { name: `Musterau ${index}`, kind: 'town' as const, state, population: 8_000 };
		const profile = { source: 'register' as const, municipality, asked: {} };
		return { index, scores, changes: { profile, closedOn: day, comparisonAgreedOn: day } };
	});
}

/** In release 2, nine towns of one Land (09) are withheld; of another (14) there are none as yet. */
async function fill(db: Db, { file, keyFolder }: Site): Promise<Omit<ServedReleases, 'origin'>> {
	const build = async (cutoff: string) => {
		const built = await buildRelease(db, { file, keyFolder, cutoff, today: '2025-11-25', demonstration: false });
		if ('refused' in built) throw new Error(built.refused);
	};
	await insertRounds(db, roundsOf(0, 60, '2025-10-01'));
	await build('2025-11-01');
	await retractRelease(db, 1, REASON, '2025-11-25');
	await insertRounds(db, [...roundsOf(60, 120, '2025-11-02'), ...roundsOf(120, 129, '2025-11-02', '09')]);
	await build('2025-11-03');
	// Not published yet: what a preview would show.
	await insertRounds(db, roundsOf(129, 160, '2025-11-04', '14'));
	const wanted = { name: 'Ola Operator', email: 'betrieb@standort.example', operator: true };
	const operator = await db.write((writer) => addSignedIn(writer, wanted));
	return { file, operator };
}

export const openServedReleases = () => openFilled('api', fill);
