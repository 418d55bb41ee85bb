import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { CONTACT_POINT_MAXIMUM, type TypedOffer } from './form.ts';
import { filterContacts, readOffer, sortContacts, type ListedContact } from './contact.ts';

const read = (changes: Partial<TypedOffer>) =>
	readOffer(
		{ criterion: 'D1', contactPoint: 'Stabsstelle Nachhaltigkeit', stage: '3', ...changes },
		currentInstrument().instrument
	);

describe('an offer of contact', () => {
	test('names a criterion, a contact point and the stage that is stated, or none', () => {
		expect(read({ contactPoint: ' Amt 20 ' })).toEqual({ criterion: 'D1', contactPoint: 'Amt 20', stage: 3 });
		expect(read({ stage: '' })).toMatchObject({ stage: null });
	});

	test.each([
		['criterion', ''],
		['criterion', 'D1.1'],
		['contactPoint', '  '],
		['contactPoint', 'x'.repeat(CONTACT_POINT_MAXIMUM + 1)],
		['contactPoint', 'klima@musterau.example'],
		['contactPoint', 'www.musterau.example'],
		['contactPoint', 'Klimaschutz, 05432 123-45'],
		['stage', '0'],
		['stage', '6'],
		['stage', '2.5']
	] as const)('is refused with %s “%s”', (field, typed) => {
		expect(read({ [field]: typed })).toEqual({ wrong: [field] });
	});
});

const contact = (changes: Partial<ListedContact>): ListedContact => ({
	...{ key: '1', name: 'Musterau', state: '05', population: 24_000, criterion: 'D1', contactPoint: 'Amt', stage: null },
	...{ offeredOn: '2027-01-01', ...changes }
});
const NO_FILTER = { criterion: '', band: '', state: '' };

describe('the list of contacts', () => {
	const contacts = [
		contact({ key: '3', name: 'Zell', population: 5_000, state: '09' }),
		contact({ key: '2', name: 'Ölbronn', criterion: 'D2', stage: 1 }),
		contact({ key: '2', name: 'Ölbronn', criterion: 'B1', stage: 5 })
	];
	const shown = (filter: Partial<typeof NO_FILTER>) =>
		filterContacts(contacts, { ...NO_FILTER, ...filter }).map(({ name, criterion }) => `${name} ${criterion}`);

	test('goes by name, whatever stages are stated', () => {
		const names = (list: ListedContact[]) => list.map(({ name, criterion }) => `${name} ${criterion}`);
		expect(names(sortContacts(contacts))).toEqual(['Ölbronn B1', 'Ölbronn D2', 'Zell D1']);
		expect(names(sortContacts(contacts.toReversed()))).toEqual(names(sortContacts(contacts)));
	});

	test('is narrowed by criterion, population band and Land', () => {
		expect(shown({})).toHaveLength(3);
		expect(shown({ criterion: 'D2' })).toEqual(['Ölbronn D2']);
		expect(shown({ band: '1' })).toEqual(['Zell D1']);
		expect(shown({ state: '05' })).toEqual(['Ölbronn D2', 'Ölbronn B1']);
		expect(shown({ state: '05', band: '1' })).toEqual([]);
	});
});
