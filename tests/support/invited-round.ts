/** Stories of inviting and answering: the built server with rounds that collect, their organiser and personal links. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#lib/domain/day.ts';
import type { RoundSettings } from '#lib/domain/round.ts';
import { startCollecting } from '#lib/server/collecting.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { findInvitations, findPrintedCodes, linkOf } from '#lib/server/invitations.ts';
import { addCodes, addInvitations } from '#lib/server/inviting.ts';
import { initKeys } from '#lib/server/keys.ts';
import { openRoundKeys } from '#lib/server/round-keys.ts';
import { today } from '#lib/server/today.ts';
import { test as base } from './browser.ts';
import { startBuiltServer } from './built-server.ts';
import { makeRound } from './making-rounds.ts';
import { addParticipant } from './town-hall.ts';

export const ORGANISER = 'kim@musterau.example';

export interface RunningRound {
	id: string;
	/** addresses of personal links that nobody has taken yet, by role */
	links: Record<string, string[]>;
	/** printed codes with their links, in draft none */
	codes: { role: string; code: string; link: string }[];
}

/** Each kind of round once: each story takes links of its own. */
export type RoundName = 'drafted' | 'collecting' | 'open' | 'phone';

export interface Invited {
	origin: string;
	/** where letters lie */
	mailFolder: string;
	rounds: Record<RoundName, RunningRound>;
}

const PEOPLE = ['staff', 'council', 'treasury'];
/** Of each role, so that every story finds somebody. */
const EACH = 8;

async function makeRunning(folder: string): Promise<Invited['rounds']> {
	const db = openDatabase(join(folder, 'standort.db'));
	const keyFolder = join(folder, 'keys');
	initKeys(db, keyFolder);
	const deed = { userId: undefined, today: today() };
	const make = async (title: string, changes: Partial<RoundSettings> = {}, draft = false): Promise<RunningRound> => {
		const id = await makeRound(db, { title, collectUntil: addDays(today(), 30), ...changes });
		if (draft) return { id, links: {}, codes: [] };
		for (const role of PEOPLE) {
			const addresses = Array.from(
				{ length: EACH },
				(_, index) => `${role}-${index}-${id.slice(0, 6)}@musterau.example`
			);
			await addInvitations(
				db,
				id,
				addresses.map((email) => ({ email, role })),
				deed
			);
		}
		await addCodes(db, id, { role: 'staff', count: changes.mode === 'open' ? 1 : 3 }, deed);
		const refusal = await startCollecting(db, keyFolder, id, today());
		const keys = openRoundKeys(keyFolder, id);
		if (refusal || !keys) throw new Error(`The round did not start: ${JSON.stringify(refusal)}`);
		const people = findInvitations(db, id).filter(({ email }) => email !== null);
		const links = Map.groupBy(people, ({ role }) => role);
		return {
			id,
			links: Object.fromEntries(
				[...links].map(([role, all]) => [role, all.map((one) => `/answer/${linkOf(keys, one.id)}`)])
			),
			codes: findPrintedCodes(db, keyFolder, id) ?? []
		};
	};
	const rounds = {
		drafted: await make('Entwurf', {}, true),
		collecting: await make('Herbst 2026'),
		open: await make('Werkstatt', { mode: 'open' }),
		phone: await make('Unterwegs')
	};
	await addParticipant(db, [{ email: ORGANISER, role: 'organiser' }]);
	db.close();
	return rounds;
}

async function withInvited(name: string, use: (invited: Invited) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), name));
	const rounds = await makeRunning(folder);
	const server = await startBuiltServer({
		folder,
		env: { ADDRESS_HEADER: 'x-forwarded-for', ORGANISER_SECOND_FACTOR: 'optional' }
	});
	await use({ origin: server.origin, mailFolder: join(folder, 'mail'), rounds });
	await server.stop();
	rmSync(folder, { recursive: true });
}

/** A `test` whose addresses lead to these rounds. */
export const test = base.extend<object, { invited: Invited }>({
	invited: [
		({ browserName }, use) => withInvited(`standort-invited-${browserName}-`, use),
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: ({ invited }, use) => use(invited.origin)
});

/** A personal link that no other story of this worker has. */
export function takeLink({ rounds }: Invited, round: RoundName, role = 'staff'): string {
	const link = rounds[round].links[role]?.shift();
	if (!link) throw new Error(`No link is left for ${role}; raise EACH`);
	return link;
}
