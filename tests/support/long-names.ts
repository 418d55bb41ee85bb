/** The built service with microdata to ask for, and two towns whose names are as long as a register may have them. */
import { buildRelease } from '#lib/server/releases/release-building.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { membership, participant } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { test as base } from './browser.ts';
import type { Person } from './members.ts';
import { insertRounds } from './rounds.ts';
import { OPENING, openFilled, type Site } from './services.ts';
import { addSignedIn } from './signed-in.ts';

interface LongTown {
	key: string;
	name: string;
	organiser: Person;
}

export interface LongNames {
	origin: string;
	/** in words of usual length, and in a single one */
	towns: { many: LongTown; single: LongTown };
	operator: Person;
}

/** As many characters as somebody's institution may have, in a word that no browser can break by itself. */
export const INSTITUTION = 'Forschungsinstitutsverwaltungsgesellschaft'.repeat(5).slice(0, 200);

const NAMES = {
	many: 'Verwaltungsgemeinschaft Oberniederunterwaldkirchen an der Großen Musterlaber mit Steinbachtal und Auen',
	single: 'Oberniederunterwaldkirchenhausensteinbachtalmusterlaberauenverwaltungsgemeinschaftsgemeinde'
};

const DAY = '2025-10-01';

/** Spread so that a file of microdata shows scores. */
const rounds = Array.from({ length: 30 }, (_, index) => ({
	index,
	scores: {
		decision: 1.5 + (index % 3) / 2,
		administration: 1.5 + (Math.floor(index / 3) % 3) / 2,
		budget: 1.5 + (Math.floor(index / 2) % 3) / 2
	},
	changes: { closedOn: DAY, comparisonAgreedOn: DAY }
}));

function addTown(writer: Writer, key: string, name: string): LongTown {
	const place = { key, name, kind: 'association', state: '08', population: 24_000 } as const;
	writer
		.insert(municipality)
		.values({ ...place, area: 900, registerDate: '2025-01-31', fictitious: true })
		.run();
	writer
		.insert(participant)
		.values({ municipalityKey: key, registeredOn: DAY, verifiedOn: DAY, verifiedBy: 'operator' })
		.run();
	const organiser = addSignedIn(writer, {
		name,
		email: `${'koordinationsstelle.nachhaltigkeit'}-${key}@kommune.example`
	});
	writer.insert(membership).values({ municipalityKey: key, userId: organiser.id, role: 'organiser', since: DAY }).run();
	return { key, name, organiser };
}

async function fill(db: Db, { file, keyFolder }: Site): Promise<Omit<LongNames, 'origin'>> {
	await insertRounds(db, rounds);
	const days = { cutoff: '2025-11-01', today: '2025-11-01' };
	const built = await buildRelease(db, { file, keyFolder, ...days, demonstration: false });
	if ('refused' in built) throw new Error(built.refused);
	return db.write((writer) => ({
		towns: { many: addTown(writer, '08999001', NAMES.many), single: addTown(writer, '08999002', NAMES.single) },
		operator: addSignedIn(writer, { name: 'Ola Operator', email: 'betrieb@standort.example', operator: true })
	}));
}

const open = () => openFilled('long', fill);

/** A `test` whose addresses lead to them. */
export const test = base.extend<{ longNames: LongNames }>({
	longNames: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ longNames }, use) => use(longNames.origin)
});
