/** The built service with a town for each door that is called, so that no call finds what another has changed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Who } from '#lib/domain/access.ts';
import type { ActionEntry } from '#lib/domain/action.ts';
import { addDays } from '#lib/domain/day.ts';
import { itemsOf } from '#lib/domain/instrument.ts';
import { PHASES, type Phase } from '#lib/domain/round.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { createCheck, shareCheck } from '#lib/server/checks.ts';
import { closeRound } from '#lib/server/closing.ts';
import { startCollecting } from '#lib/server/collecting.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { membership, participant } from '#lib/server/db/schema-accounts.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { invitation, round } from '#lib/server/db/schema-rounds.ts';
import { hashCode, initKeys } from '#lib/server/keys.ts';
import { addAction } from '#lib/server/actions.ts';
import { findMemberInvitations, inviteMember } from '#lib/server/member-invitations.ts';
import { decide, findMeeting } from '#lib/server/meetings.ts';
import { makePass } from '#lib/server/passes.ts';
import { showRound } from '#lib/server/previews.ts';
import { today } from '#lib/server/today.ts';
import { makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';
import { startBuiltServer } from './built-server.ts';
import { invite, makeRound } from './making-rounds.ts';
import { addSession, addSignedIn } from './signed-in.ts';

/** Somebody who calls. */
export interface Caller {
	who: Who;
	/** as a browser sends them */
	cookies: string;
	/** signed in; without a session for authors, respondents and visitors */
	id?: string;
	/** a further session of the same account */
	session?: string;
	/** has shown no second factor */
	unprotected?: boolean;
}

/** A municipality with what belongs to it. */
export interface Town {
	key: string;
	/** one in each phase that its door needs */
	rounds: Partial<Record<Phase, string>>;
	/** each towards this town, by name */
	callers: Record<string, Caller>;
	/** a check that somebody has made there, with a link to its result */
	check: { id: string; token: string };
	/** a personal link into the round that collects */
	link: string;
	/** an invitation to each of the rounds */
	invitations: Partial<Record<Phase, string>>;
	/** an invitation to become a member */
	memberInvitation: string;
	/** an action of its plan */
	action: string;
	/** the token of the link by which the draft is shown beforehand */
	preview: string;
}

export interface House {
	origin: string;
	/** of the database */
	file: string;
	close(): Promise<void>;
	/** the town that belongs to a door, and one of somebody else */
	towns: Map<string, { own: Town; foreign: Town }>;
}

type Place = NonNullable<Parameters<typeof makeRound>[2]>;

const NEW_CHECK = {
	...{ instrumentId: 'standort-2030', instrumentVersion: '1.0.0', scope: undefined },
	variant: 'short',
	profile: { source: 'trial', asked: {} }
} as const;

const NEW_ACTION: ActionEntry = {
	...{ title: 'Ziele beschließen', items: ['D1.1'], owner: '', dueOn: null, status: 'open' },
	...{ effort: null, effect: null, budgetProduct: '', notes: '' }
};

let made = 0;

async function makeCallers(db: Db, key: string): Promise<Record<string, Caller>> {
	const signedIn = (name: string, who: Who, more: { secondFactor?: boolean } = {}) =>
		db.write((writer): Caller => {
			const email = `${name.replaceAll(' ', '-')}-${key}@kommune.example`;
			const operator = who === 'operator';
			// Signing in lies ahead, so that it is never too long ago for what asks for it anew.
			const { id, cookie } = addSignedIn(writer, { name, email, operator, since: -60, ...more });
			if (who === 'organiser' || who === 'observer')
				writer.insert(membership).values({ municipalityKey: key, userId: id, role: who, since: today() }).run();
			const { sessionId } = addSession(writer, id);
			return { who, id, cookies: `session=${cookie}`, session: sessionId, unprotected: more.secondFactor === false };
		});
	return {
		visitor: { who: 'visitor', cookies: '' },
		stranger: await signedIn('stranger', 'account'),
		observer: await signedIn('observer', 'observer'),
		operator: await signedIn('operator', 'operator'),
		'operator without a second factor': await signedIn('new operator', 'operator', { secondFactor: false }),
		'organiser without a second factor': await signedIn('new organiser', 'organiser', { secondFactor: false }),
		organiser: await signedIn('organiser', 'organiser')
	};
}

/** Eight people who agree, so that nothing is left to decide. */
function team(): Answered[] {
	const items = itemsOf(currentInstrument().instrument, 'short').map(({ id }) => id);
	return Array.from({ length: 8 }, () => ({
		role: 'staff',
		answers: Object.fromEntries(items.map((id) => [id, 3 as const]))
	}));
}

/** Makes rounds in their phases; what a closed one comes to is calculated once. */
function roundMaker(db: Db, keys: string) {
	let frozen: unknown;

	async function close(id: string, key: string): Promise<void> {
		if (frozen === undefined) {
			const loaded = currentInstrument();
			const { open } = await findMeeting(db, requireMade(db, id, key), loaded.instrument);
			const settled = { settlement: 3, reason: 'so beschlossen', dissent: '' } as const;
			for (const itemId of open) await decide(db, id, { itemId, revision: 0 }, settled, loaded.instrument);
			await closeRound(db, id, loaded, { userId: undefined, today: today() });
			frozen = db.read.select().from(assessment).where(eq(assessment.id, id)).get()?.frozen;
			return;
		}
		await db.write((writer) => {
			writer.update(assessment).set({ state: 'closed', closedOn: today(), frozen }).where(eq(assessment.id, id)).run();
			writer.update(round).set({ phase: 'closed' }).where(eq(round.assessmentId, id)).run();
		});
	}

	return async (phase: Phase, place: Place): Promise<string> => {
		const collectUntil = addDays(today(), 20);
		if (phase === 'consensus' || phase === 'closed') {
			const id = await makeAnsweredRound(db, team(), { collectUntil }, 'consensus', place);
			if (phase === 'closed') await close(id, place.key);
			return id;
		}
		const id = await makeRound(db, { collectUntil }, place);
		if (phase === 'collecting') await startCollecting(db, keys, id, today());
		return id;
	};
}

async function addInvitation(db: Db, assessmentId: string): Promise<string> {
	const id = randomUUID();
	const values = { id, assessmentId, role: 'staff', email: `${id}@kommune.example` };
	await db.write((writer) => writer.insert(invitation).values(values).run());
	return id;
}

interface Wanted {
	/** otherwise it waits for the operator */
	verified: boolean;
	phases: readonly Phase[];
}

function townMaker(db: Db & { file: string }, keys: string) {
	const makeOne = roundMaker(db, keys);

	/** A personal link into a round, and what a browser keeps of it once it is redeemed. */
	async function link(id: string | undefined) {
		if (id === undefined) return { link: '', pass: '' };
		const { linkPart, invitationId, token, code } = makePass(await invite({ db, keys, id }, 'staff'));
		return { link: `${linkPart}-${token}`, pass: [linkPart, invitationId, token, code].join('.') };
	}

	async function makeCheck() {
		const check = await createCheck(db, hashCode, NEW_CHECK, today());
		return { ...check, token: await shareCheck(db, hashCode, check.id, today()) };
	}

	return async ({ verified, phases }: Wanted): Promise<Town> => {
		const key = `05998${String(made++).padStart(3, '0')}`;
		const place: Place = { key, name: `Musterau ${made}`, kind: 'town', state: '05', population: 24_000 };
		const verification = verified ? ({ verifiedOn: today(), verifiedBy: 'operator' } as const) : {};
		await db.write((writer) => {
			writer
				.insert(municipality)
				.values({ ...place, area: 900, registerDate: '2026-01-31', fictitious: true })
				.run();
			writer
				.insert(participant)
				.values({ municipalityKey: key, registeredOn: today(), ...verification })
				.run();
		});
		const rounds: Town['rounds'] = {};
		const invitations: Town['invitations'] = {};
		for (const phase of phases) {
			const id = await makeOne(phase, place);
			rounds[phase] = id;
			invitations[phase] = await addInvitation(db, id);
		}
		const callers = await makeCallers(db, key);
		const by = callers.organiser?.id ?? '';
		await inviteMember(db, hashCode, { key, email: `new-${key}@kommune.example`, role: 'observer', by }, today());
		const [invited] = await findMemberInvitations(db, key, today());
		const { code, ...check } = await makeCheck();
		const action = await addAction(db, NEW_ACTION, { key, userId: by, today: today() });
		const personal = await link(rounds.collecting);
		return {
			...{ key, rounds, check, link: personal.link, invitations, memberInvitation: invited?.id ?? '', action },
			preview:
				rounds.draft === undefined ? '' : await showRound(db, { id: rounds.draft, municipalityKey: key }, by, today()),
			callers: {
				...callers,
				author: { who: 'author', cookies: `checks=${code}` },
				respondent: { who: 'respondent', cookies: `answer=${personal.pass}` }
			}
		};
	};
}

/** What a door needs of the town in which it is called. */
function wantedFor(door: string, verified: boolean): Wanted {
	if (door.startsWith('/assessments/[key]/rounds/')) return { verified, phases: PHASES };
	if (door.startsWith('/assessments/[key]/comparison')) return { verified, phases: ['closed'] };
	if (door.startsWith('/answer')) return { verified, phases: ['collecting'] };
	return { verified, phases: door.startsWith('/preview') ? ['draft'] : [] };
}

/** Builds a town and a foreign one for each door, and opens the house. */
export async function openHouse(doors: readonly { door: string; verified: boolean }[]): Promise<House> {
	loadInstruments();
	const folder = mkdtempSync(join(tmpdir(), 'standort-house-'));
	const file = join(folder, 'standort.db');
	const db = { ...openDatabase(file), file };
	const keys = join(folder, 'keys');
	initKeys(db, keys);
	const makeTown = townMaker(db, keys);
	const towns: House['towns'] = new Map();
	for (const { door, verified } of doors) {
		const wanted = wantedFor(door, verified);
		towns.set(door, { own: await makeTown(wanted), foreign: await makeTown(wanted) });
	}
	// No letters wait to be sent, so that what changes is what was called.
	await db.write((writer) => writer.update(invitation).set({ sentOn: today() }).run());
	db.close();
	const env = { ADDRESS_HEADER: 'x-forwarded-for', OPERATOR_EMAIL: 'betrieb@standort.example' };
	const server = await startBuiltServer({ folder, env });
	const close = async () => {
		await server.stop();
		rmSync(folder, { recursive: true });
	};
	return { origin: server.origin, file, towns, close };
}
