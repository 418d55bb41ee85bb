/** D4: consultants of one organisation who lay side by side what each of them was granted. */
import { expect, test } from 'vitest';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { planRelease } from '#lib/domain/disclosure/release.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { findHolders } from '#lib/server/releases/holders.ts';
import { leaveConsultancy } from '#lib/server/reviews/consultancies.ts';
import { CONSULTANTS, GRANTED_ON, makeReviewedRound } from '../support/reviewed-round.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

const { ada, ben, eve } = CONSULTANTS;
const ORGANISATION = { [ada]: 'beratung', [ben]: 'beratung', [eve]: 'andere' };
const TOWNS = Array.from({ length: 14 }, (_, index) => String(5_999_101 + index).padStart(8, '0'));

const members = TOWNS.map((id, index): Member => ({
	...{ id, population: 30_000, kind: 'town', state: '05' },
	scores: { overall: 1.5 + (index % 7) / 2 }
}));

/** Towns with a closed round each, of which these were granted to these consultants. */
async function granted(to: Record<string, readonly string[]>): Promise<Db> {
	const db = openTemporaryDatabase();
	await makeReviewedRound(db);
	const [town] = db.read.select().from(municipality).all();
	const [closed] = db.read.select().from(assessment).all();
	if (!town || !closed) throw new Error('There is no closed round');
	const included = { includesReasons: false, includesEvidence: false, grantedOn: GRANTED_ON, endsOn: '2027-06-30' };
	await db.write((writer) => {
		for (const key of TOWNS) {
			const roundId = `round-${key}`;
			writer
				.insert(municipality)
				.values({ ...town, key, name: `Ort ${key}` })
				.run();
			writer
				.insert(assessment)
				.values({ ...closed, id: roundId, municipalityKey: key, codeHash: null })
				.run();
			const consultantId = Object.keys(to).find((who) => to[who]?.includes(key));
			if (consultantId === undefined) continue;
			const consultancyId = ORGANISATION[consultantId] ?? '';
			const grant = { id: `grant-${key}`, assessmentId: roundId, consultancyId, consultantId };
			writer
				.insert(reviewGrant)
				.values({ ...grant, ...included })
				.run();
		}
	});
	return db;
}

const overallOf = (db: Db) => planRelease(members, [], findHolders(db.read)).groups[0]?.measures['overall'];
const known = (db: Db) => findHolders(db.read).map((holder) => [...holder].sort());

test('two colleagues who know five towns each count as one who knows ten', async () => {
	const db = await granted({ [ada]: TOWNS.slice(0, 5), [ben]: TOWNS.slice(5, 10) });
	expect(known(db)).toEqual([TOWNS.slice(0, 10)]);
	expect(overallOf(db)).toEqual({ withheld: 'holder' });
});

test('a colleague who has left does not take the knowledge along', async () => {
	const db = await granted({ [ada]: TOWNS.slice(0, 5), [ben]: TOWNS.slice(5, 10) });
	await leaveConsultancy(db, ben, GRANTED_ON);
	expect(overallOf(db)).toEqual({ withheld: 'holder' });
});

test('two who review for different organisations are two holders', async () => {
	const db = await granted({ [ada]: TOWNS.slice(0, 5), [eve]: TOWNS.slice(5, 10) });
	expect(known(db).sort()).toEqual([TOWNS.slice(0, 5), TOWNS.slice(5, 10)]);
	expect(overallOf(db)).toHaveProperty('median');
});
