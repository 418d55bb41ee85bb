import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { addUser } from '../../../../tests/support/accounts.ts';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { endCollecting, extendCollecting, settleRounds, startCollecting } from './collecting.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { openRoundKeys } from './round-keys.ts';
import { createRound, rolesToCopy, saveAsked, saveRoles, saveSettings, settingsToCopy } from './drafts.ts';
import { deleteRound, findRoles, findRound, findRounds } from './rounds.ts';

const { instrument } = currentInstrument();
const TODAY = '2026-11-25';

async function draft(settings = {}) {
	const db = openTemporaryDatabase();
	const keys = join(temporaryFolder(), 'keys');
	const id = await makeRound(db, settings);
	const found = () => findRound(db, roundPlace.key, id);
	return { db, keys, id, found };
}

async function collecting() {
	const made = await draft();
	expect(await startCollecting(made.db, made.keys, made.id, TODAY)).toBeUndefined();
	return made;
}

describe('a draft', () => {
	test('belongs to its municipality alone, and each role answers what the instrument suggests', async () => {
		const { db, id, found } = await draft();
		expect(found()).toMatchObject({ phase: 'draft', mode: 'confidential', title: 'Herbst 2026' });
		expect(findRound(db, '05999002', id)).toBeUndefined();
		expect(findRounds(db, roundPlace.key).map((one) => one.id)).toEqual([id]);
		expect(findRounds(db, '05999002')).toEqual([]);
		expect(findRoles(db, id).find(({ role }) => role === 'treasury')?.criteria).toContain('B1');
	});

	test('is changed as a whole; another dimension brings its own suggestions', async () => {
		const { db, id, found } = await draft();
		const settings = { ...settingsToCopy(found() as never), title: 'Frühjahr', scope: 'budget' as const };
		await saveRoles(db, id, { staff: ['D1'] });
		expect(await saveSettings(db, id, settings, instrument)).toBeUndefined();
		expect(found()).toMatchObject({ title: 'Frühjahr', scope: 'budget' });
		const criteria = findRoles(db, id).flatMap((one) => one.criteria);
		expect(criteria.length).toBeGreaterThan(0);
		expect(criteria.every((criterion) => criterion.startsWith('B'))).toBe(true);
	});

	test('asks no role without criteria', async () => {
		const { db, id } = await draft();
		await saveRoles(db, id, { staff: ['D1', 'A2'], council: [] });
		expect(findRoles(db, id)).toEqual([{ role: 'staff', criteria: ['D1', 'A2'], ownName: false }]);
	});
});

test('what is said about the municipality stays until closing, and is fixed then (M15)', async () => {
	const db = openTemporaryDatabase();
	const id = await makeRound(db);
	const asked = () => findRound(db, roundPlace.key, id)?.profile.asked;
	expect(await saveAsked(db, id, { since: 2019 })).toBeUndefined();
	await db.write((writer) => writer.update(round).set({ phase: 'consensus' }).run());
	expect(await saveAsked(db, id, { since: 2020 })).toBeUndefined();
	await db.write((writer) => writer.update(round).set({ phase: 'closed' }).run());
	expect(await saveAsked(db, id, {})).toEqual({ refused: 'phase' });
	expect(asked()).toEqual({ since: 2020 });
	expect(findRound(db, roundPlace.key, id)?.profile.municipality).toEqual(roundPlace);
});

describe('the next round', () => {
	test('begins with the settings of the last, and with who answers what', async () => {
		const { db, id, found } = await draft({ scope: 'budget', leaders: ['Kämmerei'] });
		await saveRoles(db, id, { treasury: ['B1', 'B2'], staff: ['B1', 'gone'] });
		const last = found();
		if (!last) throw new Error('There should be a round');
		const settings = { ...settingsToCopy(last), title: 'Herbst 2027' };
		expect(settings).toMatchObject({ scope: 'budget', leaders: ['Kämmerei'] });
		expect(settings.collectUntil).toBeUndefined();
		const roles = rolesToCopy(db, last, settings, instrument);
		expect(roles).toEqual({ treasury: ['B1', 'B2'], staff: ['B1'] });
		expect(rolesToCopy(db, last, { ...settings, scope: 'decision' }, instrument)).toBeUndefined();
		const { municipalityKey, profile } = last;
		const next = await createRound(db, { settings, municipalityKey, profile, instrument, roles }, TODAY);
		expect(findRoles(db, next)).toMatchObject([
			{ role: 'staff', criteria: ['B1'] },
			{ role: 'treasury', criteria: ['B1', 'B2'] }
		]);
	});
});

test('the log tells who started, extended and ended collecting', async () => {
	const { db, keys, id } = await draft();
	const kim = (await addUser(db, 'kim@musterau.example')).id;
	await startCollecting(db, keys, id, TODAY, kim);
	await extendCollecting(db, id, '2027-01-10', TODAY, kim);
	await extendCollecting(db, id, '2020-01-10', TODAY, kim);
	await endCollecting(db, keys, id, '2026-12-20', { userId: kim });
	const log = (await findAudit(db, roundPlace.key)).filter(({ by }) => by === 'kim');
	expect(log.map(({ event, day }) => [event, day])).toEqual([
		['collecting_ended', '2026-12-20'],
		['collecting_extended', TODAY],
		['collecting_started', TODAY]
	]);
});

describe('collecting', () => {
	test('begins with keys for the owner only, and then neither settings nor roles change', async () => {
		const { db, keys, id, found } = await collecting();
		expect(found()).toMatchObject({ phase: 'collecting', collectingSince: TODAY, mailedOn: TODAY });
		const file = join(keys, 'rounds', id);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(file).size).toBe(64);
		expect(await saveSettings(db, id, settingsToCopy(found() as never), instrument)).toEqual({ refused: 'phase' });
		expect(await saveRoles(db, id, { staff: ['D1'] })).toEqual({ refused: 'phase' });
	});

	test('does not begin without what it needs, and leaves no keys behind', async () => {
		const { db, keys, id, found } = await draft({ collectUntil: undefined, leaders: [] });
		const refusal = await startCollecting(db, keys, id, TODAY);
		expect(refusal).toEqual({ refused: 'obstacles', obstacles: ['noDeadline', 'noLeader'] });
		expect(found()?.phase).toBe('draft');
		expect(openRoundKeys(keys, id)).toBeUndefined();
	});

	test('begins once: a second start changes neither day nor keys', async () => {
		const { db, keys, id, found } = await collecting();
		const before = openRoundKeys(keys, id);
		expect(await startCollecting(db, keys, id, '2026-11-26')).toEqual({ refused: 'phase' });
		expect(found()?.collectingSince).toBe(TODAY);
		expect(openRoundKeys(keys, id)).toEqual(before);
	});

	test.each([
		['2026-11-24', { refused: 'tooEarly' }],
		['2026-11-25', undefined],
		['2027-05-25', undefined],
		['2027-05-26', { refused: 'tooLate' }]
	])('D16: can be extended to within six months of its beginning: %s', async (until, refusal) => {
		const { db, id } = await collecting();
		expect(await extendCollecting(db, id, until, TODAY)).toEqual(refusal);
	});

	test('D14: its end destroys the keys, and cannot come twice', async () => {
		const { db, keys, id, found } = await collecting();
		expect(await endCollecting(db, keys, id, '2026-12-20')).toBeUndefined();
		expect(found()).toMatchObject({ phase: 'consensus', collectedOn: '2026-12-20' });
		expect(readdirSync(join(keys, 'rounds'))).toEqual([]);
		expect(await endCollecting(db, keys, id, '2026-12-21')).toEqual({ refused: 'phase' });
		expect(await extendCollecting(db, id, '2027-01-10', TODAY)).toEqual({ refused: 'phase' });
	});
});

describe('D14: when the service starts', () => {
	test('keys of a round that no longer collects are destroyed, a torn rest of an interrupted start too', async () => {
		const { db, keys, id } = await collecting();
		await db.write((writer) => writer.update(round).set({ phase: 'consensus' }).run());
		writeFileSync(join(keys, 'rounds', 'torn'), 'half');
		expect(await settleRounds(db, keys, TODAY)).toEqual([]);
		expect(readdirSync(join(keys, 'rounds'))).toEqual([]);
		expect(openRoundKeys(keys, id)).toBeUndefined();
	});

	test('a round that came back without its keys goes on in consensus', async () => {
		const { db, id, found } = await collecting();
		const otherFolder = temporaryFolder();
		expect(await settleRounds(db, otherFolder, '2026-12-01')).toEqual([id]);
		expect(found()).toMatchObject({ phase: 'consensus', collectedOn: '2026-12-01' });
	});

	test('a round that collects keeps its keys', async () => {
		const { db, keys, id } = await collecting();
		const before = openRoundKeys(keys, id);
		expect(await settleRounds(db, keys, TODAY)).toEqual([]);
		expect(openRoundKeys(keys, id)).toEqual(before);
	});
});

test('a deleted round is gone with its keys', async () => {
	const { db, keys, id, found } = await collecting();
	await deleteRound(db, keys, id, { today: TODAY });
	expect(found()).toBeUndefined();
	expect(findRoles(db, id)).toEqual([]);
	expect(existsSync(join(keys, 'rounds', id))).toBe(false);
});
