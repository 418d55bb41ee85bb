// Serves the build for the browser tests, with an operator and with towns that have members: see `members.ts`.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { openDatabase, type Writer } from '#lib/server/db/open.ts';
import { membership, participant, session, user } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from '#lib/server/fictitious-register.ts';
import { accountKey, initKeys } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { TOWNS, type Seeded, type Town } from './members.ts';

const { DATABASE_FILE = '', KEY_FOLDER = '', TEST_FOLDER = '' } = process.env;
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/**
 * Makes an account with a session that has shown a second factor, and returns the value of its cookie.
 * @param since minutes since signing in
 */
function signedIn(writer: Writer, name: string, email: string, { operator = false, since = 0 } = {}) {
	const id = randomUUID();
	const token = randomBytes(24).toString('base64url');
	const now = new Date();
	const times = { createdAt: now, updatedAt: now };
	writer
		.insert(user)
		.values({ id, name, email, emailVerified: true, operator, ...times })
		.run();
	// Used only hours from now, so that it does not end while slow tests wait for their turn.
	const used = new Date(now.getTime() + DAY / 4);
	const begun = { id: randomUUID(), token, userId: id, secondFactor: true, updatedAt: used };
	const createdAt = new Date(now.getTime() - since * MINUTE);
	writer
		.insert(session)
		.values({ ...begun, createdAt, expiresAt: new Date(now.getTime() + DAY) })
		.run();
	const signature = createHmac('sha256', accountKey().toString('base64url')).update(token).digest('base64');
	return { id, email, name, cookie: encodeURIComponent(`${token}.${signature}`) };
}

function seed(writer: Writer): Seeded {
	const { key, name } = municipality;
	const entries = writer.select({ key, name }).from(municipality).orderBy(asc(key)).all();
	const towns = entries.slice(0, TOWNS).map(({ key, name }): Town => {
		writer
			.insert(participant)
			.values({ municipalityKey: key, registeredOn: today(), verifiedOn: today(), verifiedBy: 'operator' })
			.run();
		const member = (role: 'organiser' | 'observer') => {
			const made = signedIn(
				writer,
				role === 'organiser' ? 'Kim Koordination' : 'Bo Beobachtung',
				`${role}-${key}@kommune.example`
			);
			writer.insert(membership).values({ municipalityKey: key, userId: made.id, role, since: today() }).run();
			return made;
		};
		return { key, name, organiser: member('organiser'), observer: member('observer') };
	});
	return {
		towns,
		// The search offers the one of this name first.
		unregistered: entries
			.slice(TOWNS)
			.filter(({ name }, _, all) => all.filter((one) => one.name === name).length === 1),
		operator: signedIn(writer, 'Ola Operator', 'betrieb@standort.example', { operator: true }),
		account: signedIn(writer, 'Alex Allein', 'alex@kommune.example'),
		stale: signedIn(writer, 'Fritz Früher', 'fritz@kommune.example', { since: 60 })
	};
}

const db = openDatabase(DATABASE_FILE);
initKeys(db, KEY_FOLDER);
await ensureFictitiousRegister(db);
const seeded = await db.write(seed);
db.close();
writeFileSync(join(TEST_FOLDER, 'members.json'), JSON.stringify(seeded));
await import('../../tools/serve.mjs');
