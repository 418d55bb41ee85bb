/** D15: what a grant gives of a closed result: nothing before the last criterion is in sight, and never what it excludes. */
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { councilPaper } from '#lib/components/document/council-paper.ts';
import { presentationOf } from '#lib/components/document/presentation.ts';
import { reportOf } from '#lib/components/document/report.ts';
import { grantedSheets } from '#lib/components/review/granted-sheets.ts';
import type { ImportanceCounts } from '#lib/domain/answering/importance.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { grantedSource } from '#lib/domain/review/granted.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { database, initDatabase } from '#lib/server/database.ts';
import { initKeys } from '#lib/server/keys.ts';
import { findOpenings, openReview } from '#lib/server/reviews/openings.ts';
import { openCriterion } from '#lib/server/reviews/ratings.ts';
import { addAction } from '#lib/server/rounds/actions.ts';
import { frozenRound } from '#lib/server/rounds/round-results.ts';
import { saveTargets } from '#lib/server/rounds/round-targets.ts';
import { grantedReport, readGranted } from '../../src/routes/reviews/[grant]/granted-result.ts';
import { requireMade } from '../support/answered-round.ts';
import { makeClosedRound } from '../support/closed-round.ts';
import {
	asking,
	CONSULTANTS,
	grant,
	GRANTED_ON,
	itemsIn,
	makeReviewedRound,
	rateEverything,
	type ENTRY,
	type ReviewedRound
} from '../support/reviewed-round.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

const REASON = 'so beschlossen';
let round: ReviewedRound;

beforeEach(async () => {
	const folder = temporaryFolder();
	initKeys(initDatabase(`${folder}/standort.db`), `${folder}/keys`);
	onTestFinished(() => database().close());
	round = await makeReviewedRound(database());
});

/** A grant of a round all of whose criteria are in sight. */
async function seen(entry: Partial<typeof ENTRY> = {}, of = round): Promise<string> {
	const id = await grant(database(), of, entry);
	await rateEverything(database(), of, id);
	return id;
}

const read = (id: string) =>
	openReview(database(), asking(id), 'report.pdf', (held, reader) => grantedReport(held, reader, GRANTED_ON));

/** All that the documents tell. */
async function told(id: string): Promise<string> {
	const found = await read(id);
	if (!found) throw new Error('The grant holds');
	const { report, result } = found;
	const documents = [reportOf(report), councilPaper(report, 'council'), presentationOf(report, [])];
	return JSON.stringify([...documents, ...grantedSheets(result), result]);
}

test('as long as one criterion is covered, nothing is read and no opening noted', async () => {
	const id = await grant(database(), round);
	const [last = '', ...others] = round.criteria;
	for (const criterion of others)
		await openCriterion(database(), asking(id), { criterion, items: itemsIn(round, criterion), how: 'givenUp' });
	const page = () => openReview(database(), asking(id), 'comparison', readGranted);
	for (const door of [() => read(id), page]) await expect(door()).rejects.toMatchObject({ status: 403 });
	expect(findOpenings(database(), id)).toEqual([]);
	await openCriterion(database(), asking(id), { criterion: last, items: itemsIn(round, last), how: 'givenUp' });
	expect(await read(id)).toBeDefined();
	expect(await page()).toBeDefined();
	expect(findOpenings(database(), id).map(({ what }) => what)).toEqual(['comparison', 'report.pdf']);
	const another = asking(id, { userId: CONSULTANTS.eve });
	expect(await openReview(database(), another, 'comparison', readGranted)).toBeUndefined();
});

test('reasons of the meeting are told only where the grant includes them', async () => {
	expect(await told(await seen())).toContain(REASON);
	const other = { ...round, roundId: await makeClosedRound(database(), [1, 5, 1, 5, 1, 5], { decision: 4 }) };
	other.deed = { ...round.deed, roundId: other.roundId };
	expect(await told(await seen({ includesReasons: false }, other))).not.toContain(REASON);
});

test('two rounds that settled on the same with other answers cannot be told apart', async () => {
	const settledOn4 = async (levels: readonly Level[]) => {
		const roundId = await makeClosedRound(database(), levels, { decision: 4 });
		const found = await read(await seen({}, { ...round, roundId, deed: { ...round.deed, roundId } }));
		return JSON.stringify(found?.result);
	};
	expect(await settledOn4([1, 5, 1, 5, 2, 5, 1])).toBe(await settledOn4([5, 1, 4, 1, 5, 1, 5, 2, 1, 5]));
});

test('how important respondents find a criterion is not told, since nobody settled it', async () => {
	const { instrument } = currentInstrument();
	const frozen = frozenRound(requireMade(database(), round.roundId));
	const criteria = { D1: { importance: [0, 0, 0, 1] as ImportanceCounts } };
	const important = { ...frozen, inputs: { ...frozen.inputs, criteria } };
	expect(teamSource(instrument, important)).not.toEqual(teamSource(instrument, frozen));
	expect(grantedSource(instrument, important)).toEqual(grantedSource(instrument, frozen));
});

test('targets and actions stay with the municipality', async () => {
	const id = await seen();
	const before = await told(id);
	expect(before, 'nor is it said that there are none').not.toMatch(/kein Ziel gesetzt|"nein"|unter dem Ziel\.|"Ziel"/);
	const { key, roundId, userId, today } = round.deed;
	const refusal = await saveTargets(
		database(),
		roundId,
		{},
		[{ criterion: 'D1', target: { target: 5, targetYear: 2031 } }],
		{ userId, today }
	);
	expect(refusal).toBeUndefined();
	const nothing = { owner: '', dueOn: null, effort: null, effect: null, budgetProduct: '', notes: '', hurdles: [] };
	await addAction(
		database(),
		{ title: 'Ziele beschließen', items: ['D1.1'], status: 'open', ...nothing },
		{ key, userId, today }
	);
	expect(await told(id)).toBe(before);
});
