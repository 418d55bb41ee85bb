/** Whoever is invited to a round of the demonstration, and what they answer by their links. */
import { eq } from 'drizzle-orm';
import { HURDLES_MOST } from '#lib/domain/answering/answer-limits.ts';
import { SEVERITIES, type HurdleAnswer } from '#lib/domain/answering/hurdle.ts';
import { criteriaOf, itemsOfCriterion, type Instrument, type Variant } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import type { Importance, ItemAnswer } from '#lib/domain/answering/rating.ts';
import type { AnswerChange } from '#lib/server/checks/answers.ts';
import type { Db } from '#lib/server/db/open.ts';
import { invitation } from '#lib/server/db/schema-rounds.ts';
import { findInvitations, findInvited, linkOf } from '#lib/server/rounds/invitations.ts';
import { addInvitations, type Deed } from '#lib/server/rounds/inviting.ts';
import { makePass } from '#lib/server/rounds/passes.ts';
import { saveResponseAnswers, submitResponse } from '#lib/server/rounds/responses.ts';
import { linkPartOf, openRoundKeys, tokenOf } from '#lib/server/rounds/round-keys.ts';
import { findRoles } from '#lib/server/rounds/rounds.ts';
import type { Chance } from './chance.ts';
import { makeRespondents, type Situation } from './responses.ts';

export interface Crowd {
	instrument: Instrument;
	variant: Variant;
	situation: Situation;
	/** so many are on the list */
	invited: number;
	chance: Chance;
}

/** One of them, with the address that the list names. */
export interface InvitedPerson extends Respondent {
	email: string;
	role: string;
}

/** Of so many people one writes a note to a statement. */
const NOTE = 0.04;
const NOTES = [
	'Der Beschluss gilt bisher nur für einen Teil der Ämter.',
	'Im Entwurf, noch nicht beschlossen.',
	'Dazu fehlt uns die Übersicht.'
];
/** The hurdles that most people see, as likely as the first one, the second … */
const HURDLE_SHARE = [0.6, 0.4, 0.35];

/** Puts people of all roles on the list of a round. */
export async function invitePeople(db: Db, roundId: string, crowd: Crowd, deed: Deed): Promise<InvitedPerson[]> {
	const { instrument, variant, situation, invited, chance } = crowd;
	const people = makeRespondents(instrument, variant, situation, invited, chance).map((one) => ({
		...one,
		role: one.role ?? '',
		email: `person-${one.id}@demo.example`
	}));
	await addInvitations(db, roundId, people, deed);
	return people;
}

export interface Answering {
	instrument: Instrument;
	variant: Variant;
	keyFolder: string;
	chance: Chance;
	today: string;
}

/** Lets these people answer what their roles are asked. The letters count as sent: nobody would get them. */
export async function answerAsInvited(
	db: Db,
	roundId: string,
	people: readonly InvitedPerson[],
	{ instrument, variant, keyFolder, chance, today }: Answering
): Promise<void> {
	const keys = openRoundKeys(keyFolder, roundId);
	if (!keys) throw new Error('The round does not collect');
	await db.write((writer) =>
		writer.update(invitation).set({ sentOn: today }).where(eq(invitation.assessmentId, roundId)).run()
	);
	const asked = new Map(findRoles(db, roundId).map(({ role, criteria }) => [role, criteria]));
	const ids = new Map(findInvitations(db, roundId).map(({ id, email }) => [email, id]));
	for (const person of people) {
		const token = tokenOf(keys, ids.get(person.email) ?? '');
		const invited = findInvited(db, keyFolder, linkPartOf(keys), token, today);
		if (!invited || 'over' in invited) throw new Error(`The link of ${person.email} does not open`);
		const pass = makePass(invited);
		const changes = changesOf(person, instrument, variant, asked.get(person.role) ?? [], chance);
		await saveResponseAnswers(db, keyFolder, pass, changes, today);
		await submitResponse(db, keyFolder, pass, today);
	}
}

function changesOf(
	{ ratings }: InvitedPerson,
	instrument: Instrument,
	variant: Variant,
	asked: readonly string[],
	chance: Chance
): AnswerChange[] {
	const change = (questionId: string, value: AnswerChange['value']) => ({ questionId, revision: 1, value });
	return [
		...criteriaOf(instrument)
			.filter(({ id }) => asked.includes(id))
			.flatMap((criterion) => [
				change(criterion.id, { importance: chance.whole(2, 4) as Importance }),
				...itemsOfCriterion(criterion, variant).map(({ id }) => change(id, answerTo(ratings[id], chance)))
			]),
		change(HURDLES_QUESTION, hurdlesFor(instrument, chance))
	];
}

function answerTo(rating: ItemAnswer['rating'], chance: Chance): ItemAnswer {
	const comment = chance.happens(NOTE) ? NOTES[chance.whole(0, NOTES.length - 1)] : undefined;
	return { ...(rating !== undefined && { rating }), ...(comment !== undefined && { comment }) };
}

function hurdlesFor({ hurdles }: Instrument, chance: Chance): HurdleAnswer {
	const named = hurdles.filter((_, index) => chance.happens(HURDLE_SHARE[index % HURDLE_SHARE.length] ?? 0));
	const severity = () => SEVERITIES[chance.whole(0, SEVERITIES.length - 1)] ?? 1;
	return {
		hurdles: chance
			.shuffled(named)
			.slice(0, HURDLES_MOST)
			.map(({ id }) => ({ id, severity: severity() }))
	};
}

/** What stands behind `/answer/` in the links of these people. */
export function linksOf(db: Db, keyFolder: string, roundId: string, people: readonly InvitedPerson[]): string[] {
	const keys = openRoundKeys(keyFolder, roundId);
	const emails = new Set<string | null>(people.map(({ email }) => email));
	return findInvitations(db, roundId).flatMap(({ id, email }) => (keys && emails.has(email) ? [linkOf(keys, id)] : []));
}
