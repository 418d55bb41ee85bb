/** Two towns of which one offers a contact, and the steps by which they come to know each other. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from './browser.ts';
import { signInAs, takeTown, type Person, type Town } from './members.ts';

export const CRITERION = 'D1';

interface Looks {
	baseURL: string | undefined;
	javaScriptEnabled?: boolean;
}

let addresses = 0;

/** A page of somebody's own. */
export async function pageOf(browser: Browser, person: Person, { baseURL, ...looks }: Looks): Promise<Page> {
	const context = await browser.newContext({
		...looks,
		...(baseURL === undefined ? {} : { baseURL }),
		extraHTTPHeaders: { 'x-forwarded-for': `198.19.2.${addresses++ % 256}` }
	});
	await signInAs(context, person, baseURL);
	return context.newPage();
}

/** What a browser gets at an address: the page, and the data behind it. */
export async function sourcesOf({ request }: BrowserContext, path: string): Promise<string> {
	const page = await request.get(path);
	const data = await request.get(`${path}/__data.json`);
	return `${await page.text()}\n${await data.text()}`;
}

export const receivedPath = ({ key }: Town) => `/assessments/${key}/contacts/received`;
export const sentPath = ({ key }: Town) => `/assessments/${key}/contacts/sent`;
export const offerPath = ({ key }: Town, criterion = CRITERION) => `/contacts/${key}/${criterion}`;

/** Offers a contact as whoever is signed in. */
export async function offer(page: Page, { key }: Town, criterion = CRITERION): Promise<void> {
	await page.goto(`/assessments/${key}/contacts`);
	await page.locator('#criterion').selectOption(criterion);
	await page.locator('#contactPoint').fill('Stabsstelle Nachhaltigkeit');
	await page.locator('form[action="?/offer"] button').click();
	await expect(page.getByRole('status')).toBeVisible();
}

/** Writes about the offer of a town. */
export async function write(page: Page, to: Town, text: string): Promise<void> {
	await page.goto(offerPath(to));
	await page.locator('#text').fill(text);
	await page.locator('form[action="?/write"] button').click();
	await expect(page.getByRole('status')).toContainText('Gesendet.');
}

/** Opens the only message that has come. */
export async function openReceived(page: Page, town: Town): Promise<void> {
	await page.goto(receivedPath(town));
	await page.getByRole('table').getByRole('link').first().click();
	await expect(page.locator('blockquote').first()).toBeVisible();
}

/** Two towns; one offers, a member of the other has a page, too. */
export async function twoTowns(browser: Browser, looks: Looks) {
	const [offering, writing] = [takeTown(), takeTown()];
	const asked = await pageOf(browser, offering.organiser, looks);
	const asking = await pageOf(browser, writing.observer, looks);
	await offer(asked, offering);
	return { offering, writing, asked, asking };
}
