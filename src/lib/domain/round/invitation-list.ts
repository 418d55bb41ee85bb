/** A pasted list of whom to invite: addresses one by one, or a CSV that names the role of each. */
import { z } from 'zod';

/** Characters that a pasted list may have. */
export const LIST_MAXIMUM = 300_000;

const Email = z.email().max(254);

export interface Invitee {
	email: string;
	role: string;
}

/**
 * `address`: not the address of a mailbox; `role`: a role that is not asked, or none named and none chosen; `twice`: the
 * address has come before.
 */
export type LineProblem = 'address' | 'role' | 'twice';

export interface ProblemLine {
	/** from 1 */
	line: number;
	text: string;
	problem: LineProblem;
}

export interface InvitationList {
	invitees: Invitee[];
	problems: ProblemLine[];
}

/** A role that is asked, by the names under which a list may call it. */
export interface RoleNames {
	id: string;
	names: readonly string[];
}

/**
 * Reads a pasted list: an address per line, "Name <address>", address and then role with `;`, `,` or a tab between, or
 * many addresses in one line, as mail programs copy them. Names of people are read over and never kept; so is a heading.
 * @param role of the addresses for which the list names none
 */
export function readInvitationList(text: string, roles: readonly RoleNames[], role?: string): InvitationList {
	const list: InvitationList = { invitees: [], problems: [] };
	const seen = new Set<string>();
	text.split(/\r?\n/).forEach((raw, index) => {
		const line = raw.trim();
		if (line === '' || (index === 0 && isHeading(line))) return;
		for (const entry of entriesOf(line)) {
			const read = readEntry(entry, roles, role, seen);
			if (typeof read === 'string') list.problems.push({ line: index + 1, text: line, problem: read });
			else {
				seen.add(read.email.toLowerCase());
				list.invitees.push(read);
			}
		}
	});
	return list;
}

function isHeading(line: string): boolean {
	return !line.includes('@') && /mail|adresse|address/i.test(line);
}

interface Entry {
	address: string | undefined;
	/** what stands behind the address */
	behind: string[];
}

function entriesOf(line: string): Entry[] {
	const cells = line
		.split(/[;,\t]/)
		.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
		.filter(Boolean);
	const places = cells.flatMap((cell, index) => (cell.includes('@') ? [index] : []));
	// In a line of several addresses what stands between them are names.
	if (places.length > 1) return places.map((place) => ({ address: cells[place], behind: [] }));
	const place = places[0] ?? cells.length;
	return [{ address: cells[place], behind: cells.slice(place + 1) }];
}

function readEntry(
	{ address = '', behind }: Entry,
	roles: readonly RoleNames[],
	chosen: string | undefined,
	seen: ReadonlySet<string>
): Invitee | LineProblem {
	const email = (/<([^<>]*)>/.exec(address)?.[1] ?? address).trim();
	if (!Email.safeParse(email).success) return 'address';
	const named = roles.find(({ id, names }) => behind.some((cell) => [id, ...names].some((name) => isSame(name, cell))));
	const role = named?.id ?? (behind.length === 0 ? chosen : undefined);
	if (!roles.some(({ id }) => id === role) || role === undefined) return 'role';
	return seen.has(email.toLowerCase()) ? 'twice' : { email, role };
}

function isSame(left: string, right: string): boolean {
	return left.trim().toLowerCase() === right.trim().toLowerCase();
}
