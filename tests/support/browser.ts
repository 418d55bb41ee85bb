/** What every browser test stands on; tests import `test` and `expect` from here. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test as base } from './services.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 320, height: 640 };

/**
 * Every page is looked at in two looks, for `test.use`. Texts decide whether a page fits, tokens whether its contrast
 * does, and neither depends on the other; the longer words stand on the narrow screen.
 */
export const LOOK_OF = {
	de: { language: 'de', theme: 'light', viewport: PHONE, hasTouch: true },
	en: { language: 'en', theme: 'dark', viewport: DESK, hasTouch: false }
} as const;

interface Preferences {
	language: 'de' | 'en' | undefined;
	theme: 'light' | 'dark' | undefined;
}

interface Watch {
	/** Fails the test that made the page report an error, break the content security policy or call a foreign host. */
	watch: undefined;
}

let visits = 0;

/** An address of its own for each test, as behind a proxy: the limits per address then count each test apart. */
const addressOf = (workerIndex: number) => `198.18.${workerIndex % 256}.${visits++ % 256}`;

/** `test.use({ language: 'en', theme: 'dark' })` chooses what a visitor would have chosen before. */
export const test = base.extend<Preferences & Watch>({
	language: [undefined, { option: true }],
	theme: [undefined, { option: true }],
	extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { workerIndex }) => {
		await use({ 'x-forwarded-for': addressOf(workerIndex), ...extraHTTPHeaders });
	},
	context: async ({ context, baseURL, language, theme }, use) => {
		const url = baseURL ?? 'http://localhost';
		if (language) await context.addCookies([{ name: 'language', value: language, url, httpOnly: true }]);
		if (theme) await context.addCookies([{ name: 'theme', value: theme, url, httpOnly: true }]);
		await use(context);
	},
	watch: [
		async ({ context, baseURL }, use) => {
			const complaints: string[] = [];
			context.on('weberror', (event) => complaints.push(String(event.error())));
			context.on('console', (message) => {
				const expected = message.text().startsWith('Failed to load resource');
				if (message.type() === 'error' && !expected) complaints.push(message.text());
			});
			context.on('request', (request) => {
				const { origin, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && origin !== baseURL) complaints.push(`Foreign host: ${origin}`);
			});
			await use(undefined);
			expect(complaints).toEqual([]);
		},
		{ auto: true }
	]
});

/**
 * Expects that scripts have taken the page over: SvelteKit's announcer is then there. Keys do nothing before, and what
 * is not loaded by then never comes without a connection; what is typed or chosen before is not lost.
 */
export async function expectHydrated(page: Page): Promise<void> {
	await expect(page.locator('#svelte-announcer')).toBeAttached();
}

/** Expects that axe finds nothing on the page as it stands, WCAG 2.2 AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
	// No page has frames, for which axe would open a page of its own; and nobody reads what passed.
	const axe = new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.withTags(RULES);
	const { violations } = await axe.analyze();
	const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
	expect(found).toEqual([]);
}

/** By how many pixels the page is wider than its window. */
export function surplusOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Expects that nothing has to be scrolled sideways at the present width. */
export async function expectFits(page: Page): Promise<void> {
	expect(await surplusOf(page), `${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}

/** Expects that nothing has to be scrolled sideways, on a phone, at a desk and at the present width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	for (const size of [PHONE, DESK, page.viewportSize() ?? DESK]) {
		await page.setViewportSize(size);
		await expectFits(page);
	}
}

export { expect };
