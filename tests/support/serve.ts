// Serves the build for the browser tests, with an operator and with towns that have members: see `members.ts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { openDatabase, type Writer } from '#lib/server/db/open.ts';
import { membership, participant } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { initKeys } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { TOWNS, UNREGISTERED, type Seeded, type Town } from './members.ts';
import { addSignedIn } from './signed-in.ts';

const { DATABASE_FILE = '', KEY_FOLDER = '', TEST_FOLDER = '' } = process.env;

const firstWord = (name: string) => name.split(/[ ,]/)[0] ?? name;

function seed(writer: Writer): Seeded {
	const { key, name, kind } = municipality;
	const entries = writer.select({ key, name, kind }).from(municipality).orderBy(asc(key)).all();
	const makeTown = ({ key, name }: { key: string; name: string }): Town => {
		writer
			.insert(participant)
			.values({ municipalityKey: key, registeredOn: today(), verifiedOn: today(), verifiedBy: 'operator' })
			.run();
		const member = (role: 'organiser' | 'observer') => {
			const name = role === 'organiser' ? 'Kim Koordination' : 'Bo Beobachtung';
			const made = addSignedIn(writer, { name, email: `${role}-${key}@kommune.example` });
			writer.insert(membership).values({ municipalityKey: key, userId: made.id, role, since: today() }).run();
			return made;
		};
		return { key, name, organiser: member('organiser'), observer: member('observer') };
	};
	const [leaving, successor] = entries.slice(-2);
	if (!leaving || !successor) throw new Error('The register has more entries than that');
	const gone = { goneOn: today(), successorKey: successor.key };
	writer.update(municipality).set(gone).where(eq(municipality.key, leaving.key)).run();
	// Whoever types the name of one of these is offered this one alone; a district is also named beside its municipalities.
	const unregistered = entries
		.slice(0, -2)
		.filter(({ kind }) => kind !== 'district')
		.filter(({ name }) => entries.filter((one) => one.name.includes(firstWord(name))).length === 1)
		.slice(-UNREGISTERED);
	const towns = entries.slice(0, -2).filter((entry) => !unregistered.includes(entry));
	if (towns.length < TOWNS || unregistered.length < UNREGISTERED) throw new Error('The register is too small');
	return {
		towns: towns.slice(0, TOWNS).map(makeTown),
		gone: { ...makeTown(leaving), successor },
		unregistered,
		operator: addSignedIn(writer, { name: 'Ola Operator', email: 'betrieb@standort.example', operator: true }),
		account: addSignedIn(writer, { name: 'Alex Allein', email: 'alex@kommune.example' }),
		stale: addSignedIn(writer, { name: 'Fritz Früher', email: 'fritz@kommune.example', since: 60 })
	};
}

const db = openDatabase(DATABASE_FILE);
initKeys(db, KEY_FOLDER);
await ensureFictitiousRegister(db);
const seeded = await db.write(seed);
db.close();
writeFileSync(join(TEST_FOLDER, 'members.json'), JSON.stringify(seeded));
await import('../../tools/serve.mjs');
