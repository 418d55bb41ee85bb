import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { findAnswers, saveAnswers, type AnswerChange, type SavedAnswer } from '#lib/server/checks/answers.ts';
import { startCuttingProxy, type Cut } from '../support/cutting-proxy.ts';
import { storeCheck } from '../support/stored-check.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

/** The smallest server that saves one change per request. */
async function startServer() {
	const db = openTemporaryDatabase();
	const id = await storeCheck(db);
	const server = createServer(async (incoming, response) => {
		const body = await text(incoming).catch(() => undefined);
		if (body === undefined) return;
		response.end(JSON.stringify(await saveAnswers(db, id, [JSON.parse(body)], '2026-11-25')));
	});
	server.listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	return { db, id, port: (server.address() as AddressInfo).port };
}

/** Posts a change; undefined where the connection broke before the whole answer had come. */
async function post(port: number, change: AnswerChange): Promise<SavedAnswer[] | undefined> {
	try {
		const sent = request({ port, host: '127.0.0.1', method: 'POST', agent: false });
		sent.end(JSON.stringify(change));
		const [response] = await once(sent, 'response');
		return JSON.parse(await text(response));
	} catch {
		return undefined;
	}
}

async function postThrough(port: number, cut: Cut, change: AnswerChange) {
	const proxy = await startCuttingProxy(port, cut);
	const answer = await post(proxy.port, change);
	proxy.close();
	return answer;
}

test('a response that is cut anywhere costs a repetition and nothing else', async () => {
	const { db, id, port } = await startServer();
	for (let bytes = 0, revision = 1; bytes <= 160; bytes += 8, revision++) {
		const change: AnswerChange = { questionId: 'D1.1', revision, value: { rating: 4, comment: `${revision}` } };
		expect(await postThrough(port, { response: bytes }, change), `${bytes} bytes`).toBeUndefined();
		const again = await post(port, change);
		expect(again).toEqual([{ ...change, status: 'repeated' }]);
		expect(findAnswers(db, id)).toEqual([{ ...change, toBeConfirmed: false }]);
	}
});

test('a request that is cut anywhere stores nothing, and its repetition is saved', async () => {
	const { db, id, port } = await startServer();
	for (let bytes = 0, revision = 1; bytes <= 120; bytes += 8, revision++) {
		const change: AnswerChange = { questionId: `Q${revision}`, revision, value: { comment: 'x'.repeat(100) } };
		expect(await postThrough(port, { request: bytes }, change), `${bytes} bytes`).toBeUndefined();
		expect(findAnswers(db, id)).toHaveLength(revision - 1);
		expect(await post(port, change)).toEqual([{ ...change, status: 'saved' }]);
	}
});
