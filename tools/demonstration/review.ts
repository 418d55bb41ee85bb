/** A review of a made-up round, as far as a consultant has come: some criteria in sight, one half rated, the rest covered. */
import { randomBytes } from 'node:crypto';
import { addDays } from '#lib/domain/day.ts';
import { LEVELS } from '#lib/domain/answering/level.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { reviewedCriteria, reviewedItems } from '#lib/domain/review/blindness.ts';
import { ownItem, type OwnLevel } from '#lib/domain/review/own-level.ts';
import type { BlindLevel } from '#lib/domain/review/review.ts';
import { openAccount } from '#lib/server/accounts/signing-up.ts';
import type { Auth } from '#lib/server/accounts/auth.ts';
import type { Db } from '#lib/server/db/open.ts';
import { registerConsultancy } from '#lib/server/reviews/consultancies.ts';
import { grantReview, type GrantDeed } from '#lib/server/reviews/grants.ts';
import { openCriterion, saveRatings } from '#lib/server/reviews/ratings.ts';
import { postAsConsultant, postAsMunicipality } from '#lib/server/reviews/threads.ts';
import { frozenRound } from '#lib/server/rounds/round-results.ts';
import { readRound } from '#lib/server/rounds/rounds.ts';
import { chanceFrom, type Chance } from './chance.ts';

/** Whoever reviews, with an account that still has to set up its second factor. */
export interface DemoConsultant {
	email: string;
	password: string;
}

interface ReviewOrder {
	auth: Auth;
	instrument: Instrument;
	deed: GrantDeed;
	/** of the consultant's account */
	email: string;
	seed: number;
}

const NAME = 'Toni Muster';
const CONSULTANCY = 'Beispielberatung';
const PASSWORD_BYTES = 12;
const GRANTED_DAYS = 90;
/** Criteria that are in sight, and those of which anything has been rated. */
const IN_SIGHT = 4;
const RATED = 6;
/** So often the evidence shows no level, and so far a consultant is from the municipality. */
const NOT_SHOWN = 0.15;
const APART = 0.8;

export async function makeReview(
	db: Db,
	{ auth, instrument, deed, email, seed }: ReviewOrder
): Promise<DemoConsultant> {
	const chance = chanceFrom(seed);
	const password = randomBytes(PASSWORD_BYTES).toString('base64url');
	const person = await openAccount({ db, auth }, { email, operator: false, name: NAME, password });
	const round = readRound(db.read, deed.roundId);
	if (!person || !round) throw new Error('There is nobody to review, or nothing');
	await registerConsultancy(db, { name: CONSULTANCY, userId: person.id }, deed.today);
	const included = { includesReasons: true, includesEvidence: true, endsOn: addDays(deed.today, GRANTED_DAYS) };
	const grant = await grantReview(db, { email, ...included }, deed);
	if ('refused' in grant) throw new Error(`The review was not granted: ${grant.refused}`);
	const asking = { grantId: grant.id, userId: person.id, today: deed.today };
	const frozen = frozenRound(round);
	for (const [index, criterion] of reviewedCriteria(instrument, round).slice(0, RATED).entries()) {
		const items = reviewedItems(instrument, round, criterion) ?? [];
		const ratings = items.map((item) => ({
			...{ item, revision: 0, reason: 'Nach den Unterlagen, die vorliegen.' },
			level: besides(ownItem(frozen, item).level, chance)
		}));
		await saveRatings(db, asking, criterion, ratings);
		if (index < IN_SIGHT) await openCriterion(db, asking, { criterion, items, how: 'rated' });
		const [item] = items;
		if (index > 0 || item === undefined) continue;
		await postAsConsultant(db, { item, text: 'In welchem Beschluss steht das?' }, asking);
		await postAsMunicipality(db, { item, text: 'Im Leitbild, Abschnitt 2.' }, { ...deed, grantId: grant.id });
	}
	return { email, password };
}

/** What somebody sees who looks from outside. */
function besides(own: OwnLevel, chance: Chance): BlindLevel {
	if (typeof own !== 'number' || chance.happens(NOT_SHOWN)) return 'notShown';
	const seen = Math.round(chance.normal(own, APART));
	return LEVELS.find((level) => level >= seen) ?? LEVELS[LEVELS.length - 1] ?? 'notShown';
}
