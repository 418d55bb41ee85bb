import { describe, expect, test } from 'vitest';
import { KINDS } from '#lib/domain/municipality/municipality.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from './fictitious-register.ts';

describe('the made-up register', () => {
	test('fills an empty register with entries of every kind and Land, all marked as made up', async () => {
		const db = openTemporaryDatabase();
		await ensureFictitiousRegister(db);
		const rows = db.read.select().from(municipality).all();
		expect(rows.length).toBeGreaterThan(60);
		expect(rows.every(({ fictitious }) => fictitious)).toBe(true);
		expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(KINDS));
		expect(new Set(rows.map(({ state }) => state)).size).toBe(16);
	});

	test('has keys that no official entry has: none lies in a Regierungsbezirk 9', async () => {
		const db = openTemporaryDatabase();
		await ensureFictitiousRegister(db);
		const keys = db.read.select({ key: municipality.key }).from(municipality).all();
		expect(keys.filter(({ key }) => key[2] !== '9')).toEqual([]);
	});

	test('leaves a register alone that has any entry', async () => {
		const db = openTemporaryDatabase();
		const row = { key: '05901001', name: 'Nordöhm', kind: 'town', state: '05', population: 1, area: 1 } as const;
		await db.write((writer) =>
			writer
				.insert(municipality)
				.values({ ...row, registerDate: '2026-01-31' })
				.run()
		);
		await ensureFictitiousRegister(db);
		expect(db.read.select().from(municipality).all()).toHaveLength(1);
	});
});
