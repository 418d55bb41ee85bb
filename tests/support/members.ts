/** Who is signed in, in browser tests: an operator, somebody without a municipality, and members of many towns. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { SignedIn } from './signed-in.ts';

export type Person = SignedIn;

/** A verified municipality with two members. */
export interface Town {
	key: string;
	name: string;
	organiser: Person;
	observer: Person;
}

export interface Seeded {
	towns: Town[];
	/** one that the register no longer names, and what it became */
	gone: Town & { successor: { key: string; name: string } };
	/** entries of the register that nobody has registered */
	unregistered: { key: string; name: string }[];
	operator: Person;
	/** belongs to no municipality */
	account: Person;
	/** the same, and has not signed in just now */
	stale: Person;
}

/** How many there are; each test takes its own. */
export const TOWNS = 92;
/** How many entries of the register are left for tests that register one. */
export const UNREGISTERED = 8;

const folder = () => process.env.TEST_FOLDER ?? '';

export function seeded(): Seeded {
	return JSON.parse(readFileSync(join(folder(), 'members.json'), 'utf8')) as Seeded;
}

/** The first of a list that no other test has taken. */
function take<T extends { key: string }>(list: T[]): T {
	for (const one of list) {
		try {
			mkdirSync(join(folder(), `taken-${one.key}`));
			return one;
		} catch {
			continue;
		}
	}
	throw new Error('All are taken; raise TOWNS or UNREGISTERED');
}

/** A town for this test alone, with an organiser and an observer. */
export function takeTown(): Town {
	return take(seeded().towns);
}

/** An entry of the register for this test alone, that nobody has registered. */
export function takeUnregistered(): { key: string; name: string } {
	return take(seeded().unregistered);
}

/** Signs in as somebody, in place of whoever was; undefined signs out. */
export async function signInAs(
	context: BrowserContext,
	person: Pick<Person, 'cookie'> | undefined,
	baseURL: string | undefined
) {
	await context.clearCookies({ name: 'session' });
	if (person) {
		const cookie = {
			name: 'session',
			value: person.cookie,
			url: baseURL ?? '',
			httpOnly: true,
			sameSite: 'Lax'
		} as const;
		await context.addCookies([cookie]);
	}
}
