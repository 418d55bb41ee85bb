import { expect, test } from 'vitest';
import { addUser, openRegister } from '../../../../tests/support/accounts.ts';
import { findAudit } from './audit.ts';
import {
	allowDomain,
	disallowDomain,
	findAllowedDomains,
	findOwnMunicipalities,
	findParticipants,
	registerMunicipality,
	rejectMunicipality,
	verifyMunicipality
} from './participants.ts';

const TODAY = '2026-11-26';
const KEY = '05902001';

async function open() {
	const db = await openRegister();
	return { db, kim: await addUser(db, 'kim@musterau.example') };
}

test('whoever registers a municipality becomes its organiser, and waits to be verified', async () => {
	const { db, kim } = await open();
	expect(await registerMunicipality(db, kim, KEY, TODAY)).toEqual({ verified: false });
	expect(await findOwnMunicipalities(db, kim.id)).toEqual([
		{ key: KEY, name: 'Musterau, Stadt', role: 'organiser', verified: false }
	]);
	expect((await findAudit(db, KEY)).map(({ event, by }) => [event, by])).toEqual([['municipality_registered', 'kim']]);
});

test('a municipality is registered once', async () => {
	const { db, kim } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	const both = await Promise.all([kim, bo].map((by) => registerMunicipality(db, by, KEY, TODAY)));
	expect(both).toEqual([{ verified: false }, { refused: 'taken' }]);
	expect(await findOwnMunicipalities(db, bo.id)).toEqual([]);
});

test('what the register does not name cannot be registered', async () => {
	const { db, kim } = await open();
	expect(await registerMunicipality(db, kim, '99999999', TODAY)).toEqual({ refused: 'unknown' });
	expect(await findParticipants(db)).toEqual([]);
});

test('the operator verifies once, and that stands in the log', async () => {
	const { db, kim } = await open();
	const ola = await addUser(db, 'ola@betrieb.example', { operator: true });
	await registerMunicipality(db, kim, KEY, TODAY);
	expect(await verifyMunicipality(db, KEY, ola.id, TODAY)).toBe(true);
	expect(await verifyMunicipality(db, KEY, ola.id, TODAY)).toBe(false);
	expect(await verifyMunicipality(db, '05902002', ola.id, TODAY)).toBe(false);
	expect((await findAudit(db, KEY))[0]).toMatchObject({ event: 'municipality_verified', by: 'ola' });
	expect(await findParticipants(db)).toMatchObject([{ key: KEY, verifiedOn: TODAY, verifiedBy: 'operator' }]);
});

test('an allowed domain verifies its own municipality alone, and no subdomain or longer name passes for it', async () => {
	const { db, kim } = await open();
	await allowDomain(db, { domain: 'musterau.example', key: KEY }, TODAY);
	expect(await registerMunicipality(db, kim, '05902002', TODAY)).toEqual({ verified: false });
	const others = ['a@sub.musterau.example', 'a@xmusterau.example', 'musterau.example@other.example'];
	for (const [index, email] of others.entries()) {
		const stranger = await addUser(db, email);
		expect(await registerMunicipality(db, stranger, `0590200${index + 3}`, TODAY)).toEqual({ verified: false });
	}
	expect(await registerMunicipality(db, kim, KEY, TODAY)).toEqual({ verified: true });
});

test('a domain that is allowed later verifies who has registered before; one that is no longer allowed verifies nobody', async () => {
	const { db, kim } = await open();
	await registerMunicipality(db, kim, KEY, TODAY);
	expect(await allowDomain(db, { domain: 'musterau.example', key: KEY }, TODAY)).toBe(true);
	expect(await findParticipants(db)).toMatchObject([{ key: KEY, verifiedBy: 'domain' }]);
	expect(await findAllowedDomains(db)).toEqual([{ domain: 'musterau.example', municipality: 'Musterau, Stadt' }]);
	await disallowDomain(db, 'musterau.example');
	expect(await findAllowedDomains(db)).toEqual([]);
	expect(await allowDomain(db, { domain: 'x.example', key: '99999999' }, TODAY)).toBe(false);
});

test('a rejected registration makes room for the right people; a verified one cannot be rejected', async () => {
	const { db, kim } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	await registerMunicipality(db, kim, KEY, TODAY);
	expect(await rejectMunicipality(db, '/nowhere', KEY, TODAY)).toBe(true);
	expect(await findOwnMunicipalities(db, kim.id)).toEqual([]);
	expect(await registerMunicipality(db, bo, KEY, TODAY)).toEqual({ verified: false });
	await verifyMunicipality(db, KEY, kim.id, TODAY);
	expect(await rejectMunicipality(db, '/nowhere', KEY, TODAY)).toBe(false);
	expect(await findOwnMunicipalities(db, bo.id)).toHaveLength(1);
});

test('those who wait for the operator come first', async () => {
	const { db, kim } = await open();
	const ola = await addUser(db, 'ola@betrieb.example');
	for (const key of ['05902001', '05902002', '05902003']) await registerMunicipality(db, kim, key, TODAY);
	await verifyMunicipality(db, '05902001', ola.id, TODAY);
	const found = await findParticipants(db);
	expect(found.map(({ key }) => key)).toEqual(['05902003', '05902002', '05902001']);
	expect(found[0]?.organisers).toEqual([{ name: 'kim', email: 'kim@musterau.example' }]);
});
