import type { RequestEvent } from '@sveltejs/kit';
import { isActionFailure, redirect } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { storeCheck } from '../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../tests/support/temporary-database.ts';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import { StorageBroken, StorageFull } from '#lib/server/db/storage-error.ts';
import { keepTyped, storageRefusal, withStatus } from './storage-refusal.ts';

vi.spyOn(console, 'error').mockImplementation(() => {});

function post(fields: Record<string, string>): RequestEvent {
	const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) });
	return { request, locals: { requestId: 'r' } } as unknown as RequestEvent;
}

const actions = (save: () => Promise<unknown>) =>
	keepTyped((_: RequestEvent, form) => ({ typed: Object.fromEntries(form) }), {
		default: async (event: RequestEvent) => {
			await event.request.formData();
			await save();
			redirect(303, '/next');
		}
	});

test('a database that may not grow, and one that is closed, refuse by 507 and 503 with what was typed', async () => {
	const db = openTemporaryDatabase();
	const id = await storeCheck(db);
	await db.write((writer) => writer.all('PRAGMA max_page_count = 1'));
	const value = { comment: 'x'.repeat(2000) };
	const save = async () => {
		for (let index = 0; index < 100; index++)
			await saveAnswers(db, id, [{ questionId: `Q${index}`, revision: 1, value }], '2026-11-25');
	};
	const full = post({ name: 'Musterau' });
	const refused = await actions(save).default(full);
	expect(isActionFailure(refused)).toBe(true);
	expect(refused).toMatchObject({ status: 507, data: { storage: 'full', typed: { name: 'Musterau' } } });
	expect(withStatus(Response.json({}), full.locals.refused).status, 'also for a script').toBe(507);
	db.close();
	expect(await actions(save).default(post({}))).toMatchObject({ status: 503, data: { storage: 'broken' } });
});

test('what is no refusal of the storage is left to others', async () => {
	await expect(actions(async () => undefined).default(post({}))).rejects.toMatchObject({ status: 303 });
	const fault = new RangeError('a fault of the program');
	await expect(actions(() => Promise.reject(fault)).default(post({}))).rejects.toBe(fault);
	expect(storageRefusal(fault)).toBeUndefined();
	expect(withStatus(new Response(null, { status: 500 }), undefined).status).toBe(500);
});

test('a full disk and a broken one are told apart', () => {
	expect(storageRefusal(new StorageFull('x'))).toEqual({ status: 507, storage: 'full' });
	expect(storageRefusal(new StorageBroken('x'))).toEqual({ status: 503, storage: 'broken' });
});
