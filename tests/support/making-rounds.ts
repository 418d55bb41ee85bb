/** Rounds that are prepared and run as an organiser would, of a made-up town. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import type { Db } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { findInvitations, findInvited } from '#lib/server/rounds/invitations.ts';
import { addInvitations, type Deed } from '#lib/server/rounds/inviting.ts';
import { linkPartOf, openRoundKeys, tokenOf } from '#lib/server/rounds/round-keys.ts';
import { createRound } from '#lib/server/rounds/drafts.ts';
import { openTemporaryDatabase, temporaryFolder } from './temporary-database.ts';

export const roundPlace = {
	key: '05999001',
	name: 'Musterau',
	kind: 'town',
	state: '05',
	population: 24_000
} as const;

export const MADE_ON = '2026-11-20';

const SETTINGS: RoundSettings = {
	title: 'Herbst 2026',
	variant: 'short',
	mode: 'confidential',
	collectUntil: '2026-12-20',
	leaders: ['Stabsstelle Nachhaltigkeit'],
	resultForRespondents: true,
	remindersMost: 2
};

type Place = Pick<typeof municipality.$inferInsert, 'key' | 'name' | 'kind' | 'state' | 'population'>;

/** Makes a draft of the short variant, or what `changes` make of it; resolves with its id. */
export async function makeRound(
	db: Db,
	changes: Partial<RoundSettings> = {},
	place: Place = roundPlace
): Promise<string> {
	loadInstruments();
	await db.write((writer) =>
		writer
			.insert(municipality)
			.values({ ...place, area: 900, registerDate: '2026-01-31', fictitious: true })
			.onConflictDoNothing()
			.run()
	);
	const { instrument } = currentInstrument();
	return createRound(
		db,
		{
			settings: { ...SETTINGS, ...changes },
			municipalityKey: place.key,
			profile: { source: 'register', municipality: place, asked: {} },
			instrument
		},
		MADE_ON
	);
}

/** A round that collects, with the folder of its keys. */
export interface StartedRound {
	db: Db;
	keys: string;
	id: string;
}

export const STARTED_ON = '2026-11-24';

/** Something that is done by nobody in particular. */
export const DEED: Deed = { userId: undefined, today: STARTED_ON };

type People = { role: string; count: number }[];

/** Starts a round in a database of its own. @param people invited before */
export function startRound(changes: Partial<RoundSettings> = {}, people: People = []): Promise<StartedRound> {
	return startRoundIn(openTemporaryDatabase(), join(temporaryFolder(), 'keys'), changes, people);
}

/** The same in this database. */
export async function startRoundIn(
	db: StartedRound['db'],
	keys: string,
	changes: Partial<RoundSettings>,
	people: People
): Promise<StartedRound> {
	const id = await makeRound(db, changes);
	for (const { role, count } of people)
		await addInvitations(
			db,
			id,
			Array.from({ length: count }, (_, index) => ({ email: `${role}-${index}@musterau.de`, role })),
			DEED
		);
	const refusal = await startCollecting(db, keys, id, STARTED_ON);
	if (refusal) throw new Error(`The round did not start: ${JSON.stringify(refusal)}`);
	return { db, keys, id };
}

/** Invites one more person of a role and opens the personal link. */
export async function invite({ db, keys, id }: StartedRound, role: string) {
	const email = `${randomUUID()}@musterau.de`;
	await addInvitations(db, id, [{ email, role }], DEED);
	const added = findInvitations(db, id).find((one) => one.email === email);
	return openInvitation({ db, keys, id }, added?.id ?? '');
}

/** Opens the personal link of an invitation as its owner would. */
export function openInvitation({ db, keys, id }: StartedRound, invitationId: string) {
	const roundKeys = openRoundKeys(keys, id);
	if (!roundKeys) throw new Error('The round does not collect');
	const invited = findInvited(db, keys, linkPartOf(roundKeys), tokenOf(roundKeys, invitationId), STARTED_ON);
	if (!invited || 'over' in invited) throw new Error('The link should open');
	return invited;
}
