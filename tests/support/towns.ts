/** A town of the access tests: everything that may belong to a municipality, and everybody who may call. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { may, type Who } from '#lib/domain/access.ts';
import { addDays } from '#lib/domain/day.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Phase } from '#lib/domain/round/round.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { addAction } from '#lib/server/rounds/actions.ts';
import { createCheck, shareCheck } from '#lib/server/checks/checks.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import type { Db } from '#lib/server/db/open.ts';
import { contactOffer, membership, participant } from '#lib/server/db/schema-accounts.ts';
import { contactMessage } from '#lib/server/db/schema-contacts.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { invitation, meeting, round } from '#lib/server/db/schema-rounds.ts';
import { hashCode } from '#lib/server/keys.ts';
import { saveLetterhead } from '#lib/server/municipalities/looks.ts';
import { findMemberInvitations, inviteMember } from '#lib/server/municipalities/member-invitations.ts';
import { makeTicket, writeTicket } from '#lib/server/meeting/meeting-tickets.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { makePass } from '#lib/server/rounds/passes.ts';
import { showRound } from '#lib/server/rounds/previews.ts';
import { today } from '#lib/server/today.ts';
import { makeHandedIn, makeReviewers } from './reviewers.ts';
import { addReleasedPdf } from './evidence-files.ts';
import { makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';
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
	/** a grant that names whoever calls, valid or not */
	grant?: string;
	/** an invitation to the organisation of whoever calls, a colleague there, and a recommendation under the grant */
	invitation?: string;
	colleague?: string;
	recommendation?: string;
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
	/** a released piece of evidence of each of the rounds that may have one */
	evidence: Partial<Record<Phase, string>>;
	/** an invitation to become a member */
	memberInvitation: string;
	/** of its plan */
	action: string;
	/** a valid grant of its closed round */
	grant: string;
	/** another one, whose review is handed in */
	handedIn: { grant: string; recommendation: string };
	/** about an offer of its own, as if it had come from itself: received and sent in one */
	message: string;
	/** the token of the link by which the draft is shown beforehand */
	preview: string;
}

type Place = NonNullable<Parameters<typeof makeRound>[2]>;

const NEW_CHECK = {
	...{ instrumentId: 'standort-2030', instrumentVersion: '1.0.0', scope: undefined },
	variant: 'short',
	profile: { source: 'trial', asked: {} }
} as const;

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

/** one dot */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const LOGO = { png: new Uint8Array(Buffer.from(DOT, 'base64')), width: 1, height: 1 };

const ACTION: Parameters<typeof addAction>[1] = {
	...{ title: 'Leitbild beschließen', items: ['D1.1'], owner: 'Rat', status: 'open', dueOn: null },
	...{ effort: null, effect: null, budgetProduct: '', notes: '', hurdles: [] }
};

/** A projector and a phone that have joined the meeting of a round. */
async function meetingCallers(db: Db, assessmentId: string | undefined): Promise<Town['callers']> {
	if (assessmentId === undefined) return {};
	const code = `CODE${made}`;
	await db.write((writer) => writer.insert(meeting).values({ assessmentId, code, codeUntil: today() }).run());
	const caller = (who: 'screen' | 'phone'): Caller => ({
		who,
		cookies: `meeting=${writeTicket(makeTicket(who, assessmentId, code), hashCode)}`
	});
	return { screen: caller('screen'), phone: caller('phone') };
}

async function addInvitation(db: Db, assessmentId: string): Promise<string> {
	const id = randomUUID();
	const values = { id, assessmentId, role: 'staff', email: `${id}@kommune.example` };
	await db.write((writer) => writer.insert(invitation).values(values).run());
	return id;
}

/** Answered, and no letter of it waits. */
async function addMessage(db: Db, municipalityKey: string): Promise<string> {
	const id = randomUUID();
	const day = today();
	const about = { municipalityKey, criterionId: 'D1' };
	const letters = { mailedOn: day, replyMailedOn: day };
	const answered = { text: 'Wie geht das?', sentOn: day, state: 'answered', answer: 'So.' } as const;
	await db.write((writer) => {
		writer
			.insert(contactOffer)
			.values({ ...about, contactPoint: 'Stabsstelle', offeredOn: day })
			.run();
		writer
			.insert(contactMessage)
			.values({ id, ...about, senderMunicipalityKey: municipalityKey, ...answered, ...letters })
			.run();
	});
	return id;
}

export interface Wanted {
	/** otherwise it waits for the operator */
	verified: boolean;
	phases: readonly Phase[];
}

/** Makes towns, one after the other, each with everything of its own. */
export function townMaker(db: Db, keys: string) {
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
		const evidence: Town['evidence'] = {};
		for (const phase of phases) {
			const id = await makeOne(phase, place);
			rounds[phase] = id;
			invitations[phase] = await addInvitation(db, id);
			if (may('organiser', 'readEvidence', phase)) evidence[phase] = await addReleasedPdf(db, id, 'D1.1');
		}
		const callers = await makeCallers(db, key);
		const by = callers.organiser?.id ?? '';
		await inviteMember(db, hashCode, { key, email: `new-${key}@kommune.example`, role: 'observer', by }, today());
		const [invited] = await findMemberInvitations(db, key, today());
		const reviewers = await makeReviewers(db, key, rounds.closed);
		const { code, ...check } = await makeCheck();
		const personal = await link(rounds.collecting);
		await saveLetterhead(db, { logo: LOGO }, { key, userId: by, today: today() });
		return {
			...{ key, rounds, check, link: personal.link, invitations, evidence, memberInvitation: invited?.id ?? '' },
			preview:
				rounds.draft === undefined ? '' : await showRound(db, { id: rounds.draft, municipalityKey: key }, by, today()),
			message: await addMessage(db, key),
			action: await addAction(db, ACTION, { key, userId: by, today: today() }),
			grant: reviewers.reviewer?.grant ?? 'none',
			handedIn: await makeHandedIn(db, reviewers.reviewer, rounds.closed),
			callers: {
				...callers,
				...reviewers,
				...(await meetingCallers(db, rounds.consensus)),
				author: { who: 'author', cookies: `checks=${code}` },
				respondent: { who: 'respondent', cookies: `answer=${personal.pass}` }
			}
		};
	};
}
