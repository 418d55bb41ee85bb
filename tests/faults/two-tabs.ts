import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { findAnswers, saveAnswers, type AnswerChange, type SavedAnswer } from '#lib/server/checks/answers.ts';
import type { Db } from '#lib/server/db/open.ts';

/** What happens next in one of two tabs that show the same answer. */
interface Step {
	tab: 0 | 1;
	/** `edit` queues a change, `send` lets the first one in the queue go, `sendTwice` does so under a bad connection */
	does: 'edit' | 'send' | 'sendTwice' | 'sendLast';
	rating: 1 | 2 | 3 | 4 | 5;
	/** whether the answer is awaited before the next step, or both are on their way at once */
	awaited: boolean;
}

const steps = fc.array(
	fc.record<Step>({
		tab: fc.constantFrom(0, 1),
		does: fc.constantFrom('edit', 'edit', 'send', 'sendTwice', 'sendLast'),
		rating: fc.constantFrom(1, 2, 3, 4, 5),
		awaited: fc.boolean()
	}),
	{ minLength: 4, maxLength: 24 }
);

interface Delivery {
	change: AnswerChange;
	answer: SavedAnswer;
}

/**
 * F7: plays random schedules of two tabs against one check each and throws at the first that breaks a promise.
 * Resolves with how often a change was saved, repeated, older and in conflict.
 * @param newCheck stores a check and resolves with its id
 */
export async function playTwoTabs(db: Db, newCheck: () => Promise<string>, runs: number) {
	const seen = { saved: 0, repeated: 0, older: 0, conflict: 0 };
	await fc.assert(
		fc.asyncProperty(steps, async (schedule) => {
			const id = await newCheck();
			const deliveries = await play(db, id, schedule);
			deliveries.forEach((delivery, index) => judge(delivery, deliveries.slice(0, index)));
			deliveries.forEach(({ answer }) => seen[answer.status]++);
			const stored = findAnswers(db, id);
			const winner = newest(deliveries);
			deepStrictEqual(
				stored.map(({ revision, value }) => ({ revision, value })),
				winner ? [winner] : []
			);
		}),
		{ numRuns: runs }
	);
	return seen;
}

/** Carries a schedule out; at the end everything queued is sent. Deliveries are in the order in which they were judged. */
async function play(db: Db, id: string, schedule: Step[]): Promise<Delivery[]> {
	const tabs = [0, 1].map(() => ({ revision: 0, queue: [] as AnswerChange[] }));
	const deliveries: Promise<Delivery>[] = [];
	function send(change: AnswerChange) {
		const delivery = saveAnswers(db, id, [change], '2026-11-25').then((answers) => {
			if ('refused' in answers || !answers[0]) throw new Error('refused');
			return { change, answer: answers[0] };
		});
		deliveries.push(delivery);
		return delivery;
	}
	for (const { tab: index, does, rating, awaited } of schedule) {
		const tab = tabs[index] as (typeof tabs)[number];
		if (does === 'edit') {
			tab.queue.push({ questionId: 'D1.1', revision: ++tab.revision, value: { rating } });
			continue;
		}
		const change = does === 'sendLast' ? tab.queue.pop() : tab.queue.shift();
		if (!change) continue;
		const sent = [send(change), ...(does === 'sendTwice' ? [send(change)] : [])];
		if (!awaited) continue;
		const { answer } = await (sent[0] as Promise<Delivery>);
		// A tab that learns of something newer goes on from there; a person's choice takes the next revision.
		tab.revision = Math.max(tab.revision, answer.revision);
		if (answer.status === 'conflict') tab.queue.push({ ...change, revision: ++tab.revision });
	}
	for (const change of tabs.flatMap(({ queue }) => queue)) send(change);
	return Promise.all(deliveries);
}

/** Whatever came before, an answer tells the newest revision so far, and only a newer one changes it. */
function judge({ change, answer }: Delivery, before: Delivery[]) {
	const stored = newest(before);
	const mine = { revision: change.revision, value: change.value };
	const isNewer = change.revision > (stored?.revision ?? 0);
	const isSame = JSON.stringify(mine) === JSON.stringify(stored);
	const status = isNewer ? 'saved' : isSame ? 'repeated' : change.revision === stored?.revision ? 'conflict' : 'older';
	deepStrictEqual(answer, { questionId: 'D1.1', status, ...(isNewer ? mine : stored) });
}

/** The first change that came with the highest revision. */
function newest(deliveries: Delivery[]): Pick<AnswerChange, 'revision' | 'value'> | undefined {
	const [first, ...rest] = deliveries.map(({ change }) => change);
	if (!first) return undefined;
	const { revision, value } = rest.reduce((best, each) => (each.revision > best.revision ? each : best), first);
	return { revision, value };
}
