/** Fills an empty database with made-up municipalities, their rounds, two releases, two checks and a town with an account. */
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Auth } from '#lib/server/accounts/auth.ts';
import type { Hash } from '#lib/server/checks/checks.ts';
import { indexMunicipalities } from '#lib/server/db/municipality-search.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { assessment, municipality, release } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { addEntries } from '#lib/server/municipalities/register-store.ts';
import { buildRelease, type BuildOrder, type BuildOutcome } from '#lib/server/releases/release-building.ts';
import { makeChecks, type DemoChecks } from './checks.ts';
import { makePlaces } from './places.ts';
import { DAYS_BETWEEN_ROUNDS, makeRounds } from './rounds.ts';
import { makeTown, type DemoTown } from './town.ts';

/** The year that the questionnaire looks to; every run makes up the same municipalities. */
const SEED = 2030;

export interface DemoOrder extends Pick<BuildOrder, 'file' | 'keyFolder' | 'today' | 'onProgress'> {
	/** turns a resume code into what the database may hold of it */
	hash: Hash;
	/** opens the account of the town */
	auth: Auth;
	/** told before each part begins */
	onPart?: (part: DemoPart) => void;
}
export type DemoPart = 'rounds' | 'release' | 'checks' | 'town';

/** `assessments`: somebody has answered already. `register`: an official register is there, which must stay clean. */
export type DemoRefusal = 'assessments' | 'register';

export interface Demonstration {
	municipalities: number;
	rounds: number;
	built: BuildOutcome;
	checks: DemoChecks;
	town: DemoTown;
}

/** Makes up the same municipalities, answers and release on the same day; only codes, links and the password are new each time. */
export async function fillDemonstration(db: Db, order: DemoOrder): Promise<Demonstration | { refused: DemoRefusal }> {
	const refused = refusalOf(db.read);
	if (refused) return { refused };
	const { file, keyFolder, today, hash, auth, onProgress, onPart } = order;
	const sealed = currentInstrument();
	const places = makePlaces(SEED);
	onPart?.('rounds');
	const rounds = [...makeRounds(places, { sealed, today, seed: SEED })];
	await ensureFictitiousRegister(db);
	// All or nothing, so that an interrupted run can be repeated.
	await db.write((writer) => {
		addEntries(writer, places, today, true);
		indexMunicipalities(writer);
		for (const round of rounds) writer.insert(assessment).values(round).run();
	});
	onPart?.('release');
	const both = { file, keyFolder, demonstration: true, ...(onProgress && { onProgress }) };
	// Between first and second rounds, so that there is something to see over time.
	const before = addDays(today, -DAYS_BETWEEN_ROUNDS);
	await buildRelease(db, { ...both, cutoff: before, today: before });
	const built = await buildRelease(db, { ...both, cutoff: today, today });
	onPart?.('checks');
	const [place, other] = places.filter(({ kind }) => kind === 'town');
	if (!place || !other) throw new Error('There are no towns');
	const checks = await makeChecks(db, { loaded: sealed, place, hash, today, seed: SEED });
	onPart?.('town');
	const town = await makeTown(db, { loaded: sealed, auth, keyFolder, place: other, today, seed: SEED });
	return { municipalities: places.length, rounds: rounds.length, built, checks, town };
}

function refusalOf(read: Reader): DemoRefusal | undefined {
	const used = [
		read.select({ id: assessment.id }).from(assessment).limit(1).get(),
		read.select({ number: release.number }).from(release).limit(1).get()
	];
	if (used.some(Boolean)) return 'assessments';
	const official = read
		.select({ key: municipality.key })
		.from(municipality)
		.where(eq(municipality.fictitious, false))
		.limit(1)
		.get();
	return official && 'register';
}
