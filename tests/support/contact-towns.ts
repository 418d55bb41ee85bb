/** Two verified towns and one that waits for the operator, and the built server in which they offer contacts. */
import { ne } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { test as base } from './browser.ts';
import { MADE_ON, roundPlace } from './making-rounds.ts';
import { OPENING, openFilled } from './services.ts';
import { addParticipant } from './town-hall.ts';

export const TOWNS = {
	offering: { ...roundPlace, organiser: 'kim@musterau.example', observer: 'robin@musterau.example' },
	reading: { ...roundPlace, key: '05999002', name: 'Ölbronn', observer: 'ola@oelbronn.example' },
	waiting: { ...roundPlace, key: '05999003', name: 'Zell', organiser: 'zoe@zell.example' }
} as const;

/** Makes the three towns; nobody has offered anything yet. */
export async function makeContactTowns(db: Db): Promise<void> {
	await db.write((writer) => {
		for (const { key, name, kind, state, population } of Object.values(TOWNS))
			writer
				.insert(municipality)
				.values({ key, name, kind, state, population, area: 900, registerDate: '2026-01-31', fictitious: true })
				.run();
	});
	const { offering, reading, waiting } = TOWNS;
	await addParticipant(db, [
		{ email: offering.organiser, role: 'organiser' },
		{ email: offering.observer, role: 'observer' }
	]);
	await addParticipant(db, [{ email: reading.observer, role: 'observer' }], reading.key);
	await addParticipant(db, [{ email: waiting.organiser, role: 'organiser' }], waiting.key);
	await db.write((writer) =>
		writer
			.update(participant)
			.set({ verifiedOn: MADE_ON, verifiedBy: 'operator' })
			.where(ne(participant.municipalityKey, waiting.key))
			.run()
	);
}

async function fill(db: Db) {
	await makeContactTowns(db);
	return {};
}

const open = () => openFilled('contacts', fill, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to these towns. */
export const test = base.extend<{ towns: { origin: string } }>({
	towns: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ towns }, use) => use(towns.origin)
});
