/** A made-up town with an account to open it by: rounds in each of their phases, a review and a plan, made as organisers make them. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { openAccount } from '#lib/server/accounts/signing-up.ts';
import type { Auth } from '#lib/server/accounts/auth.ts';
import { endCollecting, startCollecting } from '#lib/server/rounds/collecting.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { createRound } from '#lib/server/rounds/drafts.ts';
import { allowDomain, registerMunicipality } from '#lib/server/municipalities/participants.ts';
import { chanceFrom } from './chance.ts';
import { answerAsInvited, invitePeople, linksOf } from './crowd.ts';
import { easeOf, grow, makeMaturity, type Maturity } from './maturity.ts';
import { makePlan } from './plan.ts';
import { makeProfile, municipalityOf } from './profile.ts';
import { makeReview, type DemoConsultant } from './review.ts';
import { settle, settleAndClose } from './settling.ts';

export interface TownOrder {
	loaded: LoadedInstrument;
	auth: Auth;
	keyFolder: string;
	place: RegisterEntry;
	today: string;
	seed: number;
}

export interface DemoTown {
	key: string;
	name: string;
	/** of the account that coordinates it */
	email: string;
	password: string;
	/** parts behind `/answer/` of two links of the round that collects, which nobody has used */
	links: string[];
	/** who reviews its first round */
	consultant: DemoConsultant;
}

/** Nobody can get mail there (RFC 2606). */
const DOMAIN = 'demo.example';
const PASSWORD_BYTES = 12;
const NAME = 'Kim Beispiel';

const SETTINGS: Omit<RoundSettings, 'title'> = {
	variant: 'short',
	mode: 'confidential',
	leaders: ['Stabsstelle Nachhaltigkeit'],
	resultForRespondents: true,
	remindersMost: 2
};

/** Days before today on which its rounds began to collect, each for so many days. */
const BEGUN = { first: 430, second: 120, third: 30, fourth: 7 } as const;
const COLLECTED_DAYS = 21;
const DRAFT_DAYS = 60;
/** People on the list of a round, those who answer, and those who have until now. */
const INVITED = 30;
const ANSWERED = 26;
const SO_FAR = 17;
/** Makes a town whose areas stand apart, and whose people have something to talk about. */
const TELLING = 26;
/** Items that the meeting has settled by now. */
const SETTLED = 3;
/** Links of people who have not answered yet, to try it out. */
const LINKS = 2;

/** Registers the town, whose organiser's account gets a new password each time, and makes its rounds and its plan. */
export async function makeTown(db: Db, order: TownOrder): Promise<DemoTown> {
	const { loaded, auth, keyFolder, place, today, seed } = order;
	const { instrument } = loaded;
	const { key, name } = place;
	const email = `koordination@${DOMAIN}`;
	const password = randomBytes(PASSWORD_BYTES).toString('base64url');
	const person = await openAccount({ db, auth }, { email, operator: false, name: NAME, password });
	if (!person) throw new Error(`There is an account ${email}`);
	const userId = person.id;
	const daysAgo = (days: number) => addDays(today, -days);
	await allowDomain(db, { domain: DOMAIN, key }, daysAgo(BEGUN.first));
	await registerMunicipality(db, { id: userId, email }, key, daysAgo(BEGUN.first));

	const chance = chanceFrom(TELLING);
	const ease = easeOf(instrument, seed);
	const first = makeMaturity(instrument, place.population, chance);
	const later = grow(instrument, first, chance);
	const year = Number(today.slice(0, 4));
	const profile = makeProfile(municipalityOf(place), [...later.values()], year, chance);

	async function draft(settings: Partial<RoundSettings> & { title: string }, on: string): Promise<string> {
		const made = { settings: { ...SETTINGS, ...settings }, municipalityKey: key, profile, instrument, by: userId };
		const id = await createRound(db, made, on);
		await db.write((writer) =>
			writer.update(assessment).set({ demonstration: true }).where(eq(assessment.id, id)).run()
		);
		return id;
	}

	/** A round that so many of those who are invited have answered. */
	async function collect(title: string, since: string, maturity: Maturity, answered: number) {
		const until = addDays(since, COLLECTED_DAYS);
		const id = await draft({ title, collectUntil: until }, since);
		const crowd = { instrument, variant: SETTINGS.variant, chance };
		const situation = { maturity, ease };
		const people = await invitePeople(db, id, { ...crowd, situation, invited: INVITED }, { userId, today: since });
		await startCollecting(db, keyFolder, id, since, userId);
		await answerAsInvited(db, id, people.slice(0, answered), { ...crowd, keyFolder, today: addDays(since, 1) });
		return { id, until, left: people.slice(answered) };
	}

	/** A round that goes on in its meeting. */
	async function meet(title: string, since: string, maturity: Maturity) {
		const { id, until } = await collect(title, since, maturity, ANSWERED);
		await endCollecting(db, keyFolder, id, until, { userId });
		return { id, settling: { loaded, chance, userId, today: addDays(until, 7) } };
	}

	const earlier = await meet(`1 · ${daysAgo(BEGUN.first).slice(0, 4)}, abgeschlossen`, daysAgo(BEGUN.first), first);
	await settleAndClose(db, earlier.id, earlier.settling);
	const closed = await meet('2 · abgeschlossen, mit Ergebnis und Plan', daysAgo(BEGUN.second), later);
	await settleAndClose(db, closed.id, closed.settling);
	await makePlan(db, { key, roundId: closed.id, userId, instrument, today });
	const meeting = await meet('3 · in der Konsenssitzung', daysAgo(BEGUN.third), later);
	await settle(db, meeting.id, meeting.settling, SETTLED);
	const open = await collect('4 · Befragung läuft', daysAgo(BEGUN.fourth), later, SO_FAR);
	await draft({ title: '5 · im Entwurf', mode: 'open', collectUntil: addDays(today, DRAFT_DAYS) }, today);
	const consultant = await makeReview(db, {
		...{ auth, instrument, email: `begutachtung@${DOMAIN}`, seed },
		deed: { key, roundId: earlier.id, userId, today }
	});
	return { key, name, email, password, consultant, links: linksOf(db, keyFolder, open.id, open.left.slice(0, LINKS)) };
}
