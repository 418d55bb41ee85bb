import { expect, test } from 'vitest';
import {
	asking,
	CONSULTANTS,
	grant,
	GRANTED_ON,
	KIM,
	makeReviewedRound
} from '../../../../tests/support/reviewed-round.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { membership, user } from '#lib/server/db/schema-accounts.ts';
import { leaveConsultancy } from './consultancies.ts';
import { readGrantOf } from './grants.ts';
import { nameStandIn } from './passing-on.ts';
import { findOrganisers, findReviewers } from './recipients.ts';

test('letters on a grant reach its holder and the stand-in, until they leave the organisation', async () => {
	const db = openTemporaryDatabase();
	const round = await makeReviewedRound(db);
	const id = await grant(db, round);
	const reached = () => {
		const row = readGrantOf(db.read, { ...round.deed, id });
		return row && findReviewers(db, row).sort();
	};
	expect(reached()).toEqual([CONSULTANTS.ada]);
	await nameStandIn(db, CONSULTANTS.ben, asking(id));
	expect(reached()).toEqual([CONSULTANTS.ada, CONSULTANTS.ben]);
	await leaveConsultancy(db, CONSULTANTS.ada, GRANTED_ON);
	expect(reached()).toEqual([CONSULTANTS.ben]);
});

test('letters to a municipality reach whoever organises it, not those who only read', async () => {
	const db = openTemporaryDatabase();
	const { deed } = await makeReviewedRound(db);
	const lou = {
		email: 'lou@musterau.example',
		name: 'Lou',
		emailVerified: true,
		createdAt: new Date(),
		updatedAt: new Date()
	};
	await db.write((writer) => {
		writer
			.insert(user)
			.values({ id: 'lou', ...lou })
			.run();
		writer
			.insert(membership)
			.values({ municipalityKey: deed.key, userId: 'lou', role: 'observer', since: GRANTED_ON })
			.run();
	});
	expect(findOrganisers(db, deed.key)).toEqual([KIM]);
});
