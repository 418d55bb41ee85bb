/** Two solo checks to look at, one half answered and one finished, made as a visitor makes them. */
import { eq } from 'drizzle-orm';
import { criteriaOf, itemsOf, type Variant } from '#lib/domain/instrument/instrument.ts';
import type { CriterionAnswer, ItemAnswer } from '#lib/domain/answering/rating.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { saveAnswers, type AnswerChange } from '#lib/server/checks/answers.ts';
import { createCheck, type Hash } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { finishCheck } from '#lib/server/checks/finishing.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { easeOf, makeMaturity } from './maturity.ts';
import { makeProfile, municipalityOf } from './profile.ts';
import { nearestLevel, reachedLevel, type Situation } from './responses.ts';

export interface DemoChecks {
	/** resume code of the check that is half answered */
	open: string;
	/** resume code of the finished check */
	finished: string;
}

interface ChecksPlan {
	loaded: LoadedInstrument;
	/** who is assessed */
	place: RegisterEntry;
	/** turns a code into what the database may hold of it */
	hash: Hash;
	today: string;
	seed: number;
}

/** Makes a municipality that stands above the others in one dimension, among them in another and low in the third. */
const TELLING = 3212;
const VARIANT: Variant = 'full';
const HALF = 0.5;
const SPREAD = 0.6;
const UNKNOWN = 0.05;
const NOTES = [
	'Beschluss vom Mai, Bericht liegt vor.',
	'Mit der Kämmerei besprochen.',
	'Im Entwurf, noch nicht beschlossen.'
];

export async function makeChecks(db: Db, plan: ChecksPlan): Promise<DemoChecks> {
	const { loaded, hash, today, seed } = plan;
	const { instrument } = loaded;
	const chance = chanceFrom(TELLING);
	const maturity = makeMaturity(instrument, plan.place.population, chance);
	const changes = makeChanges(loaded, { maturity, ease: easeOf(instrument, seed) }, chance);
	const profile = makeProfile(municipalityOf(plan.place), [...maturity.values()], Number(today.slice(0, 4)), chance);
	async function make(answered: AnswerChange[]) {
		const { id: instrumentId, version: instrumentVersion } = instrument;
		const check = { instrumentId, instrumentVersion, variant: VARIANT, scope: undefined, profile };
		const { id, code } = await createCheck(db, hash, check, today);
		await db.write((writer) =>
			writer.update(assessment).set({ demonstration: true }).where(eq(assessment.id, id)).run()
		);
		await saveAnswers(db, id, answered, today);
		return { id, code };
	}
	const open = await make(changes.slice(0, Math.ceil(changes.length * HALF)));
	const finished = await make(changes);
	await finishCheck(db, finished.id, loaded, today);
	return { open: open.code, finished: finished.code };
}

/** Every question answered, in the order of the questionnaire. */
function makeChanges({ instrument }: LoadedInstrument, situation: Situation, chance: Chance): AnswerChange[] {
	return criteriaOf(instrument).flatMap((criterion) => [
		...itemsOf(instrument, VARIANT)
			.filter((item) => criterion.items.includes(item))
			.map(({ id }) => change(id, answerTo(reachedLevel(situation, id), chance))),
		change(criterion.id, { importance: chance.whole(2, 4) as NonNullable<CriterionAnswer['importance']> })
	]);
}

function change(questionId: string, value: ItemAnswer | CriterionAnswer): AnswerChange {
	return { questionId, revision: 1, value };
}

function answerTo(reached: number, chance: Chance): ItemAnswer {
	if (chance.happens(UNKNOWN)) return { rating: 'unknown' };
	const comment = NOTES[chance.whole(0, 3 * NOTES.length)];
	return {
		rating: nearestLevel(reached + chance.normal(0, SPREAD)),
		evidence: chance.whole(0, 3) as NonNullable<ItemAnswer['evidence']>,
		...(comment !== undefined && { comment })
	};
}
