/** Using a page by the keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './browser.ts';

/** More stops than any page has before what somebody looks for. */
const MOST_STOPS = 150;

/** Goes on by Tab until something has the focus, and expects to see it there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return expectInSight(target);
	}
	throw new Error(`Tab never reached ${target}`);
}

/**
 * Waits until a page has come and stands at its beginning: it is scrolled there a moment after it is shown, which would
 * take whatever has the focus by then out of sight.
 */
export async function arriveAt(page: Page, url: Parameters<Page['waitForURL']>[0]): Promise<void> {
	await page.waitForURL(url);
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
}

/** Expects that what has the focus is marked, within the window and covered by nothing. */
export async function expectInSight(target: Locator): Promise<void> {
	await expect(target).toBeInViewport();
	const sight = () =>
		target.evaluate((element) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			const hit = document.elementFromPoint(left + width / 2, top + height / 2);
			// A radio button may lie under its own label.
			const own = [element, ...((element as HTMLInputElement).labels ?? [])];
			// A link that fills its row marks the row.
			const styles = [getComputedStyle(element), getComputedStyle(element, '::after')];
			return {
				uncovered: own.some((one) => one === hit || one.contains(hit) || hit?.contains(one)),
				marked: styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')
			};
		});
	// The page may still scroll to it.
	await expect.poll(sight, { message: String(target) }).toEqual({ uncovered: true, marked: true });
}

/** Follows a link or presses a button. */
export async function follow(page: Page, name: string, role: 'link' | 'button' = 'link'): Promise<void> {
	await tabTo(page, page.getByRole(role, { name, exact: true }).first());
	await page.keyboard.press('Enter');
}
