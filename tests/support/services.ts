/** Services that stories need beside the main one: the built server on a database that was filled for them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { initKeys } from '#lib/server/keys.ts';
import { startBuiltServer, type BuiltServer } from './built-server.ts';

/** Where a service is made. */
export interface Site {
	/** of the database, the keys and the letters */
	folder: string;
	/** of the database */
	file: string;
	keyFolder: string;
}

export interface Opened<Service> {
	service: Service;
	close(): Promise<void>;
}

/** A service by itself. */
export interface Running {
	origin: string;
	/** stops it and starts it again under the same address */
	restart(): Promise<void>;
}

interface ServiceOptions {
	env?: Record<string, string>;
}

/**
 * Makes a folder, fills a database there, and opens a service on it.
 * @param name beginning of the name of its folder
 * @returns what filling gives, with the running service
 */
export async function openAt<Filled extends object>(
	name: string,
	fill: (site: Site) => Promise<Filled>,
	{ env = {} }: ServiceOptions = {}
): Promise<Opened<Filled & Running>> {
	const folder = mkdtempSync(join(tmpdir(), `standort-${name}-`));
	const filled = await fill({ folder, file: join(folder, 'standort.db'), keyFolder: join(folder, 'keys') });
	const start = (port = {}) =>
		startBuiltServer({ folder, ...port, env: { ADDRESS_HEADER: 'x-forwarded-for', ...env } });
	let server = await start();
	const { origin } = server;
	const restart = async () => {
		await server.stop();
		server = await start({ port: Number(new URL(origin).port) });
	};
	return { service: { ...filled, origin, restart }, close: () => closeService(server, folder) };
}

/** The same, on a new database with keys. */
export function openFilled<Filled extends object>(
	name: string,
	fill: (db: Db, site: Site) => Promise<Filled>,
	options?: ServiceOptions
): Promise<Opened<Filled & Running>> {
	const fillSite = async (site: Site) => {
		const db = openDatabase(site.file);
		initKeys(db, site.keyFolder);
		const filled = await fill(db, site);
		db.close();
		return filled;
	};
	return openAt(name, fillSite, options);
}

/** Stops a service and removes its folder. */
export async function closeService(server: BuiltServer, folder: string): Promise<void> {
	await server.stop();
	rmSync(folder, { recursive: true });
}

/**
 * The service that the stories of a worker use at present. Worker and browser stay when the next file wants another:
 * a worker-wide fixture for each would end both.
 */
export class Services {
	#present: { open: () => Promise<Opened<unknown>>; opened: Promise<Opened<unknown>> } | undefined;

	/** The service that a function opens; the one before, if it is another, is closed. */
	async use<Service>(open: () => Promise<Opened<Service>>): Promise<Service> {
		if (this.#present?.open !== open) {
			await this.close();
			this.#present = { open, opened: open() };
		}
		return (await this.#present.opened).service as Service;
	}

	async close(): Promise<void> {
		const present = this.#present;
		this.#present = undefined;
		await (await present?.opened)?.close();
	}
}

/** Opening is no part of a story. */
export const OPENING = { timeout: 180_000 };

/** What every browser test begins with: a `test` whose workers keep one service at a time. */
export const test = base.extend<object, { services: Services }>({
	services: [
		async ({}, use) => {
			const services = new Services();
			await use(services);
			await services.close();
		},
		{ scope: 'worker', ...OPENING }
	]
});
