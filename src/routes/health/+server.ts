import { json } from '@sveltejs/kit';
import { DATABASE_FILE } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { checkHealth } from '#lib/server/health.ts';
import type { RequestHandler } from './$types';

/** 200 only when a write has just been committed and synced, else 503; for the supervisor of the service. */
export const GET: RequestHandler = async () => {
	const health = await checkHealth(database(), DATABASE_FILE);
	const status = health.storage === 'ok' ? 200 : 503;
	return json(health, { status, headers: { 'cache-control': 'no-store' } });
};
