/** What browser tests do again and again with a check. */
import type { Page } from '@playwright/test';

interface Start {
	language?: 'de' | 'en';
	sharedComputer?: boolean;
}

const WORDS = {
	de: { trial: 'Nur ausprobieren', shared: 'gemeinsam genutzter Rechner', begin: 'Beginnen' },
	en: { trial: 'Just try it out', shared: 'This is a shared computer', begin: 'Begin' }
};

/** Starts a trial and stays on the page with its code; gives the check's id. */
export async function startTrial(page: Page, extent: string, start: Start = {}): Promise<string> {
	const words = WORDS[start.language ?? 'de'];
	await page.goto('/check/new');
	await page.locator(`input[name="extent"][value="${extent}"]`).check();
	await page.getByLabel(words.trial).check();
	if (start.sharedComputer) await page.getByLabel(words.shared).check();
	await page.getByRole('button', { name: words.begin, exact: true }).click();
	await page.waitForURL(/\/code$/);
	return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Chooses a level of an item on its criterion's page. */
export async function answerLevel(page: Page, item: string, level: number): Promise<void> {
	await page.locator(`input[name="rating.${item}"][value="${level}"]`).check();
}
