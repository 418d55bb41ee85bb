import { describe, expect, test } from 'vitest';
import { readInvitationList, type RoleNames } from './invitation-list.ts';

const ROLES: RoleNames[] = [
	{ id: 'staff', names: ['Beschäftigte', 'Staff'] },
	{ id: 'council', names: ['Rat', 'Council'] }
];
const read = (text: string, role?: string) => readInvitationList(text, ROLES, role);

describe('a pasted list', () => {
	test.each([
		['an address per line', 'a@musterau.de\nb@musterau.de'],
		['with names, which are not kept', 'Erika Muster <a@musterau.de>\n"Muster, Max" <b@musterau.de>'],
		['as a mail program copies it', 'Muster, Erika <a@musterau.de>; Muster, Max <b@musterau.de>'],
		['with empty lines and Windows line ends', '\r\na@musterau.de\r\n\r\n  b@musterau.de \r\n']
	])('is read %s', (_, text) => {
		expect(read(text, 'staff')).toEqual({
			invitees: [
				{ email: 'a@musterau.de', role: 'staff' },
				{ email: 'b@musterau.de', role: 'staff' }
			],
			problems: []
		});
	});

	test.each([
		['a semicolon', 'E-Mail;Rolle\na@musterau.de;Rat'],
		['a comma', 'a@musterau.de,council'],
		['a tab, whatever the case', 'a@musterau.de\tRAT'],
		['further columns', '"a@musterau.de";"Erika Muster";"Rat"']
	])('names the role behind the address with %s', (_, text) => {
		expect(read(text, 'staff').invitees).toEqual([{ email: 'a@musterau.de', role: 'council' }]);
	});

	test('tells of each line that cannot be read why, and reads the others', () => {
		const { invitees, problems } = read(
			'a@musterau.de\nErika Muster\nb@\nc@musterau.de;Kämmerei\nA@Musterau.de\nd@musterau.de',
			'staff'
		);
		expect(invitees.map(({ email }) => email)).toEqual(['a@musterau.de', 'd@musterau.de']);
		expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
			[2, 'address'],
			[3, 'address'],
			[4, 'role'],
			[5, 'twice']
		]);
		expect(problems[2]?.text).toBe('c@musterau.de;Kämmerei');
	});

	test('without a role, chosen or named, invites nobody', () => {
		expect(read('a@musterau.de').problems).toEqual([{ line: 1, text: 'a@musterau.de', problem: 'role' }]);
		expect(read('a@musterau.de', 'treasury').problems[0]?.problem).toBe('role');
	});

	test('cannot smuggle a header into a mail', () => {
		const { invitees, problems } = read('a@musterau.de%0ABcc:x@y.de\n<a@musterau.de\u0000>\na b@musterau.de', 'staff');
		expect(invitees).toEqual([]);
		expect(problems).toHaveLength(3);
	});
});
