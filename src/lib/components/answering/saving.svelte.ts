/** The saving of one questionnaire in this browser: the queue, the other tabs, the network. Shared by its pages. */
import { getContext, setContext } from 'svelte';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';
import { Pace } from './pace.ts';
import { SaveQueue, type Change, type Outcome, type Sent, type Shelf } from './save-queue.svelte.ts';

interface Question {
	id: string;
	revision: number;
	answer: AnswerValue;
}

export interface Start {
	/** names of what is kept; tabs of the same questionnaire have the same */
	keys: { unsent: string; pace: string };
	/** where what is not sent yet waits; nowhere on a shared computer */
	shelf: Shelf | undefined;
	/** ends with this window */
	windowShelf: Shelf;
	/** puts changes on the server */
	put: (changes: Change[]) => Promise<Sent>;
}

export class Saving {
	queue = $state<SaveQueue>();
	/** how fast this person answers; kept in this window only */
	pace = $state<Pace>();
	/** the newest this tab knows of each question, when it is newer than the page's data */
	#known = $state<Record<string, Change>>({});
	#channel: BroadcastChannel | undefined;

	/** Begins, in the browser. Returns what ends it. */
	start({ keys, shelf, windowShelf, put }: Start): () => void {
		this.queue = new SaveQueue(keys.unsent, shelf, put, (outcome) => this.#confirmed(outcome));
		this.pace = new Pace(keys.pace, windowShelf);
		this.#channel = new BroadcastChannel(keys.unsent);
		this.#channel.onmessage = ({ data }: MessageEvent<Change>) => this.#learn(data);
		const online = () => void this.queue?.flush();
		addEventListener('online', online);
		online();
		return () => {
			removeEventListener('online', online);
			this.#channel?.close();
		};
	}

	/** The newest of a question: what waits, what was learnt since, or what the page came with. */
	latest(id: string, page: { revision: number; answer: object }): Change {
		const stored = { questionId: id, revision: page.revision, value: page.answer as AnswerValue };
		const candidates = [stored, this.#known[id], this.queue?.waitingFor(id)];
		return candidates.reduce<Change>((best, one) => (one && one.revision >= best.revision ? one : best), stored);
	}

	/** Saves a change that somebody made here. */
	change(question: Question, value: AnswerValue): void {
		const { revision } = this.latest(question.id, question);
		const change = { questionId: question.id, revision: revision + 1, value };
		this.#known[question.id] = change;
		this.queue?.add(change);
	}

	/** Keeps the value of this browser against the one stored elsewhere, under the next revision. */
	keepOwn(stored: Outcome, own: AnswerValue): void {
		this.queue?.settle(stored.questionId);
		const change = { questionId: stored.questionId, revision: stored.revision + 1, value: own };
		this.#known[stored.questionId] = change;
		this.queue?.add(change);
	}

	/** Takes the value that was stored elsewhere. */
	takeOther(stored: Outcome): void {
		this.queue?.settle(stored.questionId);
		this.#known[stored.questionId] = stored;
	}

	#confirmed(outcome: Outcome): void {
		const { questionId, revision, value } = outcome;
		this.#channel?.postMessage({ questionId, revision, value } satisfies Change);
	}

	#learn(change: Change): void {
		const known = this.#known[change.questionId];
		if (!known || known.revision < change.revision) this.#known[change.questionId] = change;
	}
}

const KEY = Symbol('saving');

export function provideSaving(): Saving {
	return setContext(KEY, new Saving());
}

export function getSaving(): Saving {
	return getContext<Saving>(KEY);
}
