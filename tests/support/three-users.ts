/** The demonstration with the three users of the product: its town's coordination, a consultant and a researcher. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { openDatabase } from '#lib/server/db/open.ts';
import { membership, user } from '#lib/server/db/schema-accounts.ts';
import { initKeys } from '#lib/server/keys.ts';
import { findRounds } from '#lib/server/rounds/rounds.ts';
import { test as base } from './browser.ts';
import { copyDemonstration } from './demonstration.ts';
import { addConsultants, CONSULTANTS } from './reviewed-round.ts';
import { OPENING, openAt, type Site } from './services.ts';
import { addSession } from './signed-in.ts';

/** `TOUR=1`: the story leaves its pictures where the tour shows them. */
const PICTURES = process.env.TOUR ? join('docs', 'pictures', 'tour') : undefined;

export interface ThreeUsers {
	origin: string;
	/** key of the demonstration's town */
	key: string;
	/** its rounds by phase, of the closed ones the last */
	rounds: Record<string, string>;
	cookies: Record<'coordination' | 'consultant', string>;
}

/** Takes a picture of the window for `docs/tour.md`, where pictures are asked for. @param top what it begins with */
export async function picture(page: Page, name: string, top?: string): Promise<void> {
	if (PICTURES === undefined) return;
	if (top !== undefined)
		await page
			.locator(top)
			.first()
			.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
	else await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}

async function addPeople(file: string, keyFolder: string): Promise<Omit<ThreeUsers, 'origin'>> {
	const db = openDatabase(file);
	initKeys(db, keyFolder);
	await addConsultants(db);
	const town = db.read
		.select({ key: membership.municipalityKey, userId: membership.userId })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(eq(user.email, 'koordination@demo.example'))
		.get();
	if (!town) throw new Error('The demonstration has no town');
	const rounds = findRounds(db, town.key).toSorted((a, b) => a.createdOn.localeCompare(b.createdOn));
	const cookies = await db.write((writer) => ({
		coordination: addSession(writer, town.userId).cookie,
		consultant: addSession(writer, CONSULTANTS.ada).cookie
	}));
	db.close();
	return { key: town.key, rounds: Object.fromEntries(rounds.map(({ phase, id }) => [phase, id])), cookies };
}

async function fill({ folder, file, keyFolder }: Site) {
	await copyDemonstration(folder);
	return addPeople(file, keyFolder);
}

const open = () => openAt('tour', fill);

/** A `test` whose addresses lead to the demonstration. */
export const test = base.extend<{ users: ThreeUsers }>({
	users: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ users }, use) => use(users.origin)
});

/** Goes on as one of them. */
export async function actAs(
	page: Page,
	{ cookies, origin }: ThreeUsers,
	who: keyof ThreeUsers['cookies']
): Promise<void> {
	await page.context().clearCookies({ name: 'session' });
	const cookie = { name: 'session', url: origin, httpOnly: true, sameSite: 'Lax' as const };
	await page.context().addCookies([{ ...cookie, value: cookies[who] }]);
}
