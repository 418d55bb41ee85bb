import { Person, type Reply } from './person.ts';

/** A finished check, to be found in the database afterwards. */
export interface Journey {
	number: number;
	id: string;
}

/** What this person says about an item: known in advance, so that the database can be checked. */
export function ratingOf(number: number, itemId: string): number {
	const letters = Array.from(itemId).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), number);
	return (letters % 5) + 1;
}

/** What this person says about the importance of a criterion. */
export const importanceOf = (number: number, criterionId: string): number => (ratingOf(number, criterionId) % 4) + 1;

function expectStatus(reply: Reply, status: number, step: string): Reply {
	if (reply.status === status) return reply;
	throw new Error(`${step} answered ${reply.status} instead of ${status}: ${reply.body.slice(0, 500)}`);
}

async function open(person: Person, path: string): Promise<string> {
	return expectStatus(await person.get(path), 200, `GET ${path}`).body;
}

/** Posts a form and answers where it leads to. */
async function submit(person: Person, path: string, fields: Iterable<[string, string]> = []): Promise<string> {
	const reply = expectStatus(await person.post(path, fields), 303, `POST ${path}`);
	return reply.location ?? '';
}

/** Starts a full check without a municipality and answers its id. */
export async function begin(person: Person): Promise<string> {
	await open(person, '/');
	await open(person, '/check/new');
	const code = await submit(person, '/check/new', [
		['extent', 'full'],
		['source', 'trial']
	]);
	await open(person, code);
	const id = /^\/check\/([^/]+)/.exec(code)?.[1];
	if (!id) throw new Error(`No check behind ${code}`);
	return id;
}

/** The questions on a page, with the revisions that it shows of them. */
export function questionsOn(page: string): Map<string, number> {
	const fields = page.matchAll(/<input[^>]*name="revision\.([^"]+)"[^>]*value="(\d+)"/g);
	return new Map(Array.from(fields, ([, id = '', revision]) => [id, Number(revision)]));
}

/** One answer as the form names it. */
function fieldsOf(number: number, questionId: string, revision: number): [string, string][] {
	const answer: [string, string] = questionId.includes('.')
		? [`rating.${questionId}`, String(ratingOf(number, questionId))]
		: [`importance.${questionId}`, String(importanceOf(number, questionId))];
	return [[`revision.${questionId}`, String(revision)], answer];
}

/** Finishes a check and looks at its result. */
async function finish(person: Person, id: string) {
	await open(person, `/check/${id}/finish`);
	await open(person, await submit(person, `/check/${id}/finish`));
}

/**
 * A full journey without JavaScript: start, 18 criterion pages opened and posted with 54 ratings and 18 importances,
 * answers looked through, finished, result seen. Each POST is answered after its save has been synced.
 */
export async function takeCheck(origin: string, number: number): Promise<Journey> {
	const person = new Person(origin, number);
	const id = await takeCheckAs(person, number);
	person.leave();
	return { number, id };
}

/** The journey of somebody who is here already; answers the id of the check. */
export async function takeCheckAs(person: Person, number: number, end?: 'unfinished'): Promise<string> {
	const id = await begin(person);
	const list = await open(person, `/check/${id}`);
	let path = new RegExp(`/check/${id}/[A-Z]\\d+`).exec(list)?.[0] ?? '';
	while (!path.endsWith('/review')) {
		const page = await open(person, path);
		const questions = [...questionsOn(page)];
		const fields = questions.flatMap(([questionId, revision]) => fieldsOf(number, questionId, revision));
		path = await submit(person, path, [...fields, ['go', 'next']]);
	}
	await open(person, path);
	if (!end) await finish(person, id);
	return id;
}

/** The changes that a browser with JavaScript would send for a page, one for each question. */
export function changesOn(page: string, number: number) {
	return Array.from(questionsOn(page), ([questionId, revision]) => ({
		questionId,
		revision: revision + 1,
		value: questionId.includes('.')
			? { rating: ratingOf(number, questionId) }
			: { importance: importanceOf(number, questionId) }
	}));
}

/** The same journey with one save for each answer as it is made: 72 saves instead of 18. */
export async function takeCheckByAutosave(
	origin: string,
	number: number,
	criteria: readonly string[]
): Promise<Journey> {
	const person = new Person(origin, number);
	const id = await begin(person);
	for (const criterion of criteria) {
		const page = await open(person, `/check/${id}/${criterion}`);
		for (const change of changesOn(page, number)) {
			const path = `/check/${id}/answers`;
			expectStatus(await person.put(path, { changes: [change] }), 200, `PUT ${path}`);
		}
	}
	await finish(person, id);
	person.leave();
	return { number, id };
}
