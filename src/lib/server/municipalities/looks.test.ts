import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addUser, openRegister } from '../../../../tests/support/accounts.ts';
import { LetterheadForm, PLAIN_LETTERHEAD } from '#lib/domain/document/letterhead.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { documentLook } from '#lib/server/db/schema-looks.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { findAudit } from './audit.ts';
import { findLetterhead, saveLetterhead } from './looks.ts';
import { mergeMunicipality } from './merging.ts';
import { registerMunicipality } from './participants.ts';

const TODAY = '2027-01-04';
const [OLD, NEW] = ['05902001', '05902003'];
const WORDS = { name: 'Stadt Musterau', sender: 'Amt 1 · Rathaus', accent: '#123456' };
const LOGO = { png: new Uint8Array([1, 2, 3]), width: 90, height: 45 };

async function open() {
	const db = await openRegister();
	const kim = await addUser(db, 'kim@musterau.example');
	await registerMunicipality(db, kim, OLD, TODAY);
	return { db, kim, deed: { key: OLD, userId: kim.id, today: TODAY } };
}

describe('the look of documents', () => {
	test('is plain until it is set; words and logo change apart from each other, and the log tells of it', async () => {
		const { db, deed } = await open();
		expect(findLetterhead(db, OLD)).toEqual(PLAIN_LETTERHEAD);
		await saveLetterhead(db, { ...WORDS, logo: LOGO }, deed);
		expect(findLetterhead(db, OLD)).toEqual({ ...WORDS, logo: LOGO });
		await saveLetterhead(db, { ...WORDS, name: '' }, deed);
		expect(findLetterhead(db, OLD)).toEqual({ ...WORDS, name: '', logo: LOGO });
		await saveLetterhead(db, { logo: null }, deed);
		expect(findLetterhead(db, OLD)).toEqual({ ...WORDS, name: '' });
		expect((await findAudit(db, OLD)).filter(({ event }) => event === 'documents_changed')).toHaveLength(3);
	});

	test('goes along when a municipality belongs to another entry', async () => {
		const { db, kim, deed } = await open();
		await saveLetterhead(db, { ...WORDS, logo: LOGO }, deed);
		await db.write((writer) => {
			writer.update(municipality).set({ goneOn: TODAY, successorKey: NEW }).where(eq(municipality.key, OLD)).run();
		});
		await mergeMunicipality(db, { from: OLD, into: NEW, operatorId: kim.id }, TODAY);
		expect(findLetterhead(db, NEW)).toEqual({ ...WORDS, logo: LOGO });
		expect(findLetterhead(db, OLD)).toEqual(PLAIN_LETTERHEAD);
	});

	test('is gone when the municipality leaves', async () => {
		const { db, deed } = await open();
		await saveLetterhead(db, WORDS, deed);
		await db.write((writer) => {
			writer.delete(participant).where(eq(participant.municipalityKey, OLD)).run();
		});
		expect(db.read.select().from(documentLook).all()).toEqual([]);
	});
});

test.each([
	['two lines', { name: 'a\nb' }],
	['too long a sender', { sender: 'a'.repeat(201) }],
	['no colour', { accent: 'red' }],
	['more than a colour', { accent: '#123456;x' }]
])('%s are refused', (_, wrong) => {
	expect(LetterheadForm.safeParse({ ...WORDS, ...wrong }).success).toBe(false);
});

test('a colour that is too light comes out readable', () => {
	expect(LetterheadForm.parse({ ...WORDS, accent: '#FFCC00' }).accent).not.toBe('#ffcc00');
	expect(LetterheadForm.parse(WORDS)).toEqual(WORDS);
});
