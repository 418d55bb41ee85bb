/**
 * Saves each change as it is made and holds only what is not confirmed yet. What waits survives reload and offline
 * in the browser's storage and is sent again in the order of its making; the server takes each revision once, so
 * sending twice changes nothing (F6).
 */
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';

export interface Change {
	questionId: string;
	revision: number;
	value: AnswerValue;
}

/** What the server says of a change, with what is stored now. */
export interface Outcome extends Change {
	status: 'saved' | 'repeated' | 'older' | 'conflict';
}

/** `full`, `broken`: the server is there but cannot save now. */
export type Failure = 'offline' | 'full' | 'broken';

/** `refused`: the check is closed or gone; nothing that waits can be saved any more. */
export type Sent = { outcomes: Outcome[] } | { refused: 'closed' | 'gone' } | { failed: Failure };

/** Where the queue keeps what waits; the browser's storage, or nothing on a shared computer. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type SaveState = 'idle' | 'saving' | 'saved' | 'refused' | Failure;

const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

export class SaveQueue {
	state = $state<SaveState>('idle');
	/** when the server last confirmed, in milliseconds */
	savedAt = $state<number>();
	/** changes that met another value on the server: the person decides */
	conflicts = $state<Outcome[]>([]);
	/** one change per question, in the order of their making */
	#waiting = $state.raw<readonly Change[]>([]);
	#sending: Promise<void> | undefined;
	#retry = FIRST_RETRY;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param send puts changes on the server @param onConfirmed hears of every outcome, for other tabs */
	constructor(
		readonly key: string,
		readonly shelf: Shelf | undefined,
		readonly send: (changes: Change[]) => Promise<Sent>,
		readonly onConfirmed: (outcome: Outcome) => void = () => {}
	) {
		try {
			const kept = JSON.parse(shelf?.getItem(key) ?? '[]') as Change[];
			this.#waiting = kept;
		} catch {
			shelf?.removeItem(key);
		}
	}

	/** What waits for a question, so that a page shows what was typed and not what is stored. */
	waitingFor(questionId: string): Change | undefined {
		return this.#waiting.find((change) => change.questionId === questionId);
	}

	#waitingBeside(questionId: string): Change[] {
		return this.#waiting.filter((change) => change.questionId !== questionId);
	}

	get isEmpty(): boolean {
		return this.#waiting.length === 0;
	}

	/** Takes a change; a later one of the same question replaces what still waits. */
	add(change: Change): void {
		this.#waiting = [...this.#waitingBeside(change.questionId), change];
		this.#keep();
		void this.flush();
	}

	/** Sends what waits, one request at a time; resolves when nothing more can be sent now. */
	flush(): Promise<void> {
		if (this.isEmpty) return Promise.resolve();
		this.#sending ??= this.#sendAll();
		return this.#sending;
	}

	async #sendAll(): Promise<void> {
		clearTimeout(this.#timer);
		try {
			while (!this.isEmpty && this.#answered(await this.#sendOnce()));
		} finally {
			// In the same turn, so that no change is added to a sending that has just looked for the last time.
			this.#sending = undefined;
		}
	}

	#sendOnce(): Promise<Sent> {
		this.state = 'saving';
		return this.send([...this.#waiting]);
	}

	/** Takes an answer of the server; whether sending may go on. */
	#answered(sent: Sent): boolean {
		if ('outcomes' in sent) {
			this.#confirm(sent.outcomes);
			if (this.isEmpty) this.state = 'saved';
			return true;
		}
		if ('refused' in sent) {
			this.state = 'refused';
			// Nothing of a deleted check stays behind in this browser.
			if (sent.refused === 'gone') this.shelf?.removeItem(this.key);
			return false;
		}
		this.state = sent.failed;
		this.#timer = setTimeout(() => void this.flush(), this.#retry);
		this.#retry = Math.min(this.#retry * 2, LONGEST_RETRY);
		return false;
	}

	#confirm(outcomes: Outcome[]): void {
		for (const outcome of outcomes) {
			const waiting = this.waitingFor(outcome.questionId);
			const answered = outcome.status === 'conflict' || outcome.status === 'older';
			// A newer change of the same question may have come in meanwhile: that one still waits.
			if (waiting && (answered || waiting.revision <= outcome.revision))
				this.#waiting = this.#waitingBeside(outcome.questionId);
			if (answered && JSON.stringify(waiting?.value) !== JSON.stringify(outcome.value))
				this.conflicts = [...this.conflicts.filter((one) => one.questionId !== outcome.questionId), outcome];
			else this.onConfirmed(outcome);
		}
		this.#retry = FIRST_RETRY;
		this.savedAt = Date.now();
		this.#keep();
	}

	/** Takes a conflict off the list, once the person has decided. */
	settle(questionId: string): void {
		this.conflicts = this.conflicts.filter((one) => one.questionId !== questionId);
	}

	#keep(): void {
		try {
			if (this.isEmpty) this.shelf?.removeItem(this.key);
			else this.shelf?.setItem(this.key, JSON.stringify(this.#waiting));
		} catch {
			// A full browser storage: what waits is sent all the same, it only does not survive a reload.
		}
	}
}
