import { describe, expect, test } from 'vitest';
import {
	asking,
	CONSULTANTS,
	grant,
	itemsIn,
	makeReviewedRound,
	rated,
	rateEverything
} from '../../../../tests/support/reviewed-round.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { findActions } from '#lib/server/rounds/actions.ts';
import { answerReview, handIn } from './handing-in.ts';
import { revokeGrant } from './grants.ts';
import { openCriterion, readProgress, saveRatings } from './ratings.ts';
import {
	declineRecommendation,
	deleteRecommendation,
	readRecommendations,
	saveRecommendation,
	takeRecommendation
} from './recommendations.ts';
import { postAsConsultant, postAsMunicipality, readPosts } from './threads.ts';

const D1 = 'D1.1';

async function granted() {
	const db = openTemporaryDatabase();
	const round = await makeReviewedRound(db);
	const id = await grant(db, round);
	const deed = { ...round.deed, grantId: id };
	return { db, round, id, deed, items: itemsIn(round, 'D1') };
}

describe('a blind rating', () => {
	test('counts up with every change; of two changes of the same state the first wins', async () => {
		const { db, id } = await granted();
		const save = (level: 2 | 3, revision: number) => saveRatings(db, asking(id), 'D1', [rated(D1, level, revision)]);
		expect(await save(2, 0)).toBeUndefined();
		expect(await save(2, 0), 'sent twice').toBeUndefined();
		const stored = [{ item: D1, level: 2, reason: '', revision: 1 }];
		expect(await save(3, 0)).toEqual({ refused: 'conflict', stored });
		expect(await save(3, 1)).toBeUndefined();
		expect(readProgress(db.read, id)).toMatchObject({
			changes: [],
			ratings: new Map([[D1, { level: 3, revision: 2 }]])
		});
	});

	test('has to be complete before the criterion is opened as rated; given up, it is recorded so', async () => {
		const { db, id, items } = await granted();
		const open = (criterion: string, how: 'rated' | 'givenUp') =>
			openCriterion(db, asking(id), { criterion, items: criterion === 'D1' ? items : ['D2.1'], how });
		expect(await open('D1', 'rated')).toEqual({ refused: 'incomplete' });
		await saveRatings(
			db,
			asking(id),
			'D1',
			items.map((item) => rated(item, 'notShown'))
		);
		expect(await open('D1', 'rated')).toBeUndefined();
		expect(await open('D2', 'givenUp')).toBeUndefined();
		expect([...readProgress(db.read, id).opened].map(([criterion, { how }]) => [criterion, how])).toEqual([
			['D1', 'rated'],
			['D2', 'givenUp']
		]);
	});

	test('is changed after opening only with what stood before kept beside it', async () => {
		const { db, id, items } = await granted();
		await saveRatings(
			db,
			asking(id),
			'D1',
			items.map((item) => rated(item, 2, 0, 'nur ein Entwurf'))
		);
		await openCriterion(db, asking(id), { criterion: 'D1', items, how: 'rated' });
		await saveRatings(db, asking(id), 'D1', [rated(D1, 4, 1)]);
		await saveRatings(db, asking(id), 'D1', [rated(D1, 3, 2)]);
		expect(readProgress(db.read, id).changes.map(({ level, reason, revision }) => [level, reason, revision])).toEqual([
			[2, 'nur ein Entwurf', 2],
			[4, '', 3]
		]);
	});

	test('is refused once the grant is revoked, and for everybody else', async () => {
		const { db, round, id } = await granted();
		const save = (userId: string) => saveRatings(db, asking(id, { userId }), 'D1', [rated(D1, 3)]);
		expect(await save(CONSULTANTS.eve)).toEqual({ refused: 'unknown' });
		await revokeGrant(db, id, round.deed);
		expect(await save(CONSULTANTS.ada)).toEqual({ refused: 'unknown' });
		expect(readProgress(db.read, id).ratings.size).toBe(0);
	});
});

describe('a thread', () => {
	test('begins once the criterion is in sight, for both sides', async () => {
		const { db, id, items, deed } = await granted();
		const question = { item: D1, text: 'Wo steht das?' };
		expect(await postAsConsultant(db, question, asking(id))).toEqual({ refused: 'blind' });
		expect(await postAsMunicipality(db, question, deed)).toEqual({ refused: 'blind' });
		await openCriterion(db, asking(id), { criterion: 'D1', items, how: 'givenUp' });
		await postAsConsultant(db, question, asking(id));
		await postAsConsultant(db, question, asking(id));
		await postAsMunicipality(db, { item: D1, text: 'Im Leitbild.' }, deed);
		expect(await postAsMunicipality(db, question, { ...deed, key: '05999777' })).toEqual({ refused: 'unknown' });
		expect(readPosts(db.read, id).map(({ side, text }) => [side, text])).toEqual([
			['consultant', 'Wo steht das?'],
			['municipality', 'Im Leitbild.']
		]);
	});

	test('is begun by the municipality, too, until the review is handed in', async () => {
		const { db, round, id, deed } = await granted();
		await rateEverything(db, round, id);
		const remark = { item: D1, text: 'Der Entwurf liegt dem Rat vor.' };
		expect(await postAsMunicipality(db, remark, deed)).toBeUndefined();
		expect(readPosts(db.read, id)).toMatchObject([{ side: 'municipality', ...remark }]);
		await handIn(db, 'Gut.', asking(id), round.criteria);
		expect(await postAsMunicipality(db, { ...remark, text: 'Noch etwas.' }, deed)).toEqual({ refused: 'handedIn' });
	});

	test('is closed for the municipality, too, once the grant has ended or is revoked', async () => {
		const { db, round, id, deed } = await granted();
		await rateEverything(db, round, id);
		const remark = { item: D1, text: 'Der Entwurf liegt dem Rat vor.' };
		const late = { ...deed, today: '2099-01-01' };
		expect(await postAsMunicipality(db, remark, late)).toEqual({ refused: 'over' });
		expect(await postAsMunicipality(db, remark, deed)).toBeUndefined();
		await revokeGrant(db, id, round.deed);
		expect(await postAsMunicipality(db, { ...remark, text: 'Noch etwas.' }, deed)).toEqual({ refused: 'over' });
		expect(readPosts(db.read, id)).toMatchObject([remark]);
	});
});

const ENTRY = { item: D1, title: 'Ziele beschließen', text: 'Im Rat.' };

async function handedIn() {
	const made = await granted();
	const { db, round, id } = made;
	await rateEverything(db, round, id);
	await saveRecommendation(db, ENTRY, asking(id));
	const refusal = await handIn(db, 'Gut gemacht.', asking(id), round.criteria);
	const [recommended] = readRecommendations(db.read, id);
	if (refusal || !recommended) throw new Error('Not handed in');
	return { ...made, recommended, deciding: { ...made.deed, recommendationId: recommended.id } };
}

describe('handing in', () => {
	test('waits until every criterion is in sight', async () => {
		const { db, round, id } = await granted();
		expect(await handIn(db, 'Gut.', asking(id), round.criteria)).toEqual({ refused: 'blind' });
	});

	test('freezes: the consultant changes nothing any more', async () => {
		const { db, round, id, recommended, deed } = await handedIn();
		const frozen = { refused: 'handedIn' };
		expect(await saveRatings(db, asking(id), 'D1', [rated(D1, 5, 1)])).toEqual(frozen);
		expect(await saveRecommendation(db, ENTRY, asking(id))).toEqual(frozen);
		expect(await deleteRecommendation(db, recommended, asking(id))).toEqual(frozen);
		expect(await postAsConsultant(db, { item: D1, text: 'Noch etwas' }, asking(id))).toEqual(frozen);
		expect(await postAsMunicipality(db, { item: D1, text: 'Noch etwas' }, deed)).toEqual(frozen);
		expect(await handIn(db, 'Anders.', asking(id), round.criteria)).toEqual(frozen);
		expect(readProgress(db.read, id)).toMatchObject({ handedIn: { summary: 'Gut gemacht.' }, changes: [] });
	});

	test('is answered once, by its own municipality, also after the grant is revoked', async () => {
		const { db, round, deed, id } = await handedIn();
		expect(await answerReview(db, 'Danke.', { ...deed, key: '05999777' })).toBe(false);
		await revokeGrant(db, id, round.deed);
		expect(await answerReview(db, 'Danke.', deed)).toBe(true);
		expect(await answerReview(db, 'Doch nicht.', deed)).toBe(false);
		expect(readProgress(db.read, id).handedIn?.answer).toBe('Danke.');
	});
});

describe('a recommendation', () => {
	test('becomes one action of the plan, however often it is taken', async () => {
		const { db, deed, deciding, id } = await handedIn();
		const action = await takeRecommendation(db, deciding);
		expect(await takeRecommendation(db, deciding)).toBe(action);
		expect(findActions(db, deed.key)).toEqual([
			expect.objectContaining({ id: action, title: ENTRY.title, items: [D1], notes: ENTRY.text, status: 'open' })
		]);
		expect(await declineRecommendation(db, 'Zu teuer', deciding)).toBe(false);
		expect(readRecommendations(db.read, id)).toEqual([expect.objectContaining({ state: 'taken', actionId: action })]);
	});

	test('is declined with a reason, and may be taken later', async () => {
		const { db, deciding, id } = await handedIn();
		expect(await declineRecommendation(db, 'Zu teuer', { ...deciding, key: '05999777' })).toBe(false);
		expect(await declineRecommendation(db, 'Zu teuer', deciding)).toBe(true);
		expect(readRecommendations(db.read, id)).toEqual([
			expect.objectContaining({ state: 'declined', reason: 'Zu teuer' })
		]);
		expect(await takeRecommendation(db, deciding)).toEqual(expect.any(String));
		expect(readRecommendations(db.read, id)).toEqual([expect.objectContaining({ state: 'taken', reason: '' })]);
	});

	test('is nothing to decide on before the review is handed in', async () => {
		const { db, id, deed } = await granted();
		await saveRecommendation(db, ENTRY, asking(id));
		const [draft] = readRecommendations(db.read, id);
		const deciding = { ...deed, recommendationId: draft?.id ?? '' };
		expect(await takeRecommendation(db, deciding)).toBeUndefined();
		expect(await declineRecommendation(db, 'Nein', deciding)).toBe(false);
		const changed = { ...ENTRY, title: 'Leitbild beschließen' };
		expect(await saveRecommendation(db, changed, asking(id), { id: draft?.id ?? '', revision: 1 })).toBeUndefined();
		expect(await saveRecommendation(db, ENTRY, asking(id), { id: draft?.id ?? '', revision: 1 })).toMatchObject({
			refused: 'conflict',
			stored: changed
		});
	});
});
