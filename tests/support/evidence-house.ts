/** The built service with towns whose rounds are closed, for stories of evidence; people are signed in by their sessions. */
import type { Page } from '@playwright/test';
import { test as base } from './browser.ts';
import { openHouse, type House } from './house.ts';
import { OPENING } from './services.ts';
import type { Caller, Town } from './towns.ts';

/** Each story has a town of its own. */
const TOWNS = ['story', 'plain', 'attacks', 'looks de', 'looks en'].map((name) => `/reviews/[grant] ${name}`);

const open = () => openHouse(TOWNS.map((door) => ({ door, verified: true })));

/** A `test` with the house; `townOf` finds a town by its story. */
export const test = base.extend<{ house: House }>({
	house: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ house }, use) => use(house.origin)
});

export function townOf(house: House, story: string): { own: Town; foreign: Town } {
	const towns = house.towns.get(`/reviews/[grant] ${story}`);
	if (!towns) throw new Error(`No town for ${story}`);
	return towns;
}

export function callerIn(town: Town, name: string): Caller {
	const caller = town.callers[name];
	if (!caller) throw new Error(`Nobody is called ${name}`);
	return caller;
}

/** From now on the page is opened by somebody else. */
export async function become(page: Page, { cookies }: Caller, origin: string): Promise<void> {
	const value = cookies.slice(cookies.indexOf('=') + 1);
	await page.context().addCookies([{ name: 'session', value, url: origin, httpOnly: true }]);
}

export const evidenceOf = ({ key, rounds }: Town) => `/assessments/${key}/rounds/${rounds.closed ?? ''}/evidence`;
