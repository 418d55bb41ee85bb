/** Stories of inviting and answering: the built server with rounds that collect, their organiser and personal links. */
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import type { Db } from '#lib/server/db/open.ts';
import { invitation } from '#lib/server/db/schema-rounds.ts';
import { findInvitations, findPrintedCodes, linkOf } from '#lib/server/rounds/invitations.ts';
import { addCodes, addInvitations } from '#lib/server/rounds/inviting.ts';
import { openRoundKeys } from '#lib/server/rounds/round-keys.ts';
import { today } from '#lib/server/today.ts';
import { endToday } from './answered-round.ts';
import { test as base } from './browser.ts';
import { makeEnded } from './ended-rounds.ts';
import { makeRound } from './making-rounds.ts';
import { OPENING, openFilled, type Site } from './services.ts';
import { addParticipant } from './town-hall.ts';

export const ORGANISER = 'kim@musterau.example';
export const OBSERVER = 'robin@musterau.example';

export interface RunningRound {
	id: string;
	/** addresses of personal links that nobody has taken yet, by role */
	links: Record<string, string[]>;
	/** printed codes with their links, in draft none */
	codes: { role: string; code: string; link: string }[];
}

/** Each kind of round once: each story takes links of its own. `mailed`: everybody was written to five days ago. */
export type RoundName = 'drafted' | 'collecting' | 'open' | 'mailed' | 'overdue';

/** Rounds that take no answers any more: with a result that everyone may see, one that nobody else may, and none yet. */
export type EndedName = 'shown' | 'unshown' | 'consensus';

export interface Invited {
	origin: string;
	/** where letters lie */
	mailFolder: string;
	rounds: Record<RoundName, RunningRound>;
	/** addresses of personal links */
	ended: Record<EndedName, string>;
}

const PEOPLE = ['staff', 'council', 'treasury'];
/** Of each role, so that every story finds somebody. */
const EACH = 8;

const FIVE_DAYS_AGO = addDays(today(), -5);

interface Making {
	db: Db;
	keyFolder: string;
}

async function makeRunning(
	{ db, keyFolder }: Making,
	title: string,
	changes: Partial<RoundSettings> = {},
	startedOn = today()
): Promise<RunningRound> {
	const id = await makeRound(db, { title, collectUntil: addDays(today(), 30), ...changes });
	const deed = { userId: undefined, today: startedOn };
	for (const role of PEOPLE) {
		const mark = id.replace(/\W/g, '').slice(0, 6).toLowerCase();
		const emails = Array.from({ length: EACH }, (_, index) => `${role}-${index}-${mark}@musterau.example`);
		await addInvitations(
			db,
			id,
			emails.map((email) => ({ email, role })),
			deed
		);
	}
	await addCodes(db, id, { role: 'staff', count: changes.mode === 'open' ? 1 : 3 }, deed);
	const refusal = await startCollecting(db, keyFolder, id, startedOn);
	const keys = openRoundKeys(keyFolder, id);
	if (refusal || !keys) throw new Error(`The round did not start: ${JSON.stringify(refusal)}`);
	await db.write((writer) =>
		writer.update(invitation).set({ sentOn: startedOn }).where(eq(invitation.assessmentId, id)).run()
	);
	const people = findInvitations(db, id).filter(({ email }) => email !== null);
	const links = Map.groupBy(people, ({ role }) => role);
	return {
		id,
		links: Object.fromEntries(
			[...links].map(([role, all]) => [role, all.map((one) => `/answer/${linkOf(keys, one.id)}`)])
		),
		codes: findPrintedCodes(db, keyFolder, id) ?? []
	};
}

async function makeRounds(db: Db, { folder, keyFolder }: Site): Promise<Omit<Invited, 'origin'>> {
	const making = { db, keyFolder };
	const rounds = {
		drafted: {
			id: await makeRound(db, { title: 'Entwurf', collectUntil: addDays(today(), 30) }),
			links: {},
			codes: []
		},
		collecting: await makeRunning(making, 'Herbst 2026'),
		open: await makeRunning(making, 'Werkstatt', { mode: 'open' }),
		mailed: await makeRunning(making, 'Vor fünf Tagen begonnen', {}, FIVE_DAYS_AGO),
		overdue: await makeRunning(making, 'Frist vorbei', { collectUntil: addDays(today(), -1) }, FIVE_DAYS_AGO)
	};
	const ended = {
		shown: (await makeEnded(db, { title: 'Gezeigt' }, true)).link,
		unshown: (await makeEnded(db, { title: 'Nicht gezeigt', resultForRespondents: false }, true)).link,
		consensus: (await makeEnded(db, { title: 'Im Konsens' }, false)).link
	};
	await endToday(db);
	await addParticipant(db, [
		{ email: ORGANISER, role: 'organiser' },
		{ email: OBSERVER, role: 'observer' }
	]);
	return { mailFolder: join(folder, 'mail'), rounds, ended };
}

const open = () => openFilled('invited', makeRounds, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to these rounds. */
export const test = base.extend<{ invited: Invited }>({
	invited: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ invited }, use) => use(invited.origin)
});

/** A personal link that no other story of this worker has. */
export function takeLink({ rounds }: Invited, round: RoundName, role = 'staff'): string {
	const link = rounds[round].links[role]?.shift();
	if (!link) throw new Error(`No link is left for ${role}; raise EACH`);
	return link;
}
