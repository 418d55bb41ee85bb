import { isDeepStrictEqual } from 'node:util';
import type { AnswerChange, SavedAnswer, StoredAnswer } from '#lib/server/checks/answers.ts';
import type { Random } from '../support/random.ts';

/** What one client has sent for one question: `sent[n]` under revision n + 1, and the highest confirmed revision. */
interface Page {
	assessmentId: string;
	questionId: string;
	sent: AnswerChange['value'][];
	confirmed: number;
}

/** What may never happen, counted. */
export interface Damage {
	/** confirmed and not stored at all */
	lost: number;
	/** stored under an older revision than a confirmed one */
	older: number;
	/** stored with a value that was never sent under that revision */
	mixed: number;
	/** stored more than once */
	doubled: number;
	/** an older revision was accepted over a newer one, or a new one was not accepted */
	misjudged: number;
}

export const NO_DAMAGE: Damage = { lost: 0, older: 0, mixed: 0, doubled: 0, misjudged: 0 };

type Row = Pick<StoredAnswer, 'questionId' | 'revision' | 'value'> & { assessmentId: string };

const QUESTIONS = ['D1', 'D1.1', 'D1.2', 'A3.3', 'B6.1', 'B6.3'];

/** The clients' own lists of what they have sent and what was confirmed, to compare the database with. */
export function openLedger(assessmentIds: string[], random: Random, questions = QUESTIONS) {
	const pages: Page[] = assessmentIds.flatMap((assessmentId) =>
		questions.map((questionId) => ({ assessmentId, questionId, sent: [], confirmed: 0 }))
	);
	let misjudged = 0;
	let confirmations = 0;

	/** The next change that a client sends: mostly a new one, sometimes one that it has sent before. */
	function nextChange(assessmentId: string): { page: Page; change: AnswerChange } {
		const page = random.pick(pages.filter((each) => each.assessmentId === assessmentId));
		const { questionId, sent } = page;
		const again = sent.length > 0 && random.chance(0.25);
		if (!again)
			sent.push({ rating: random.pick([1, 2, 3, 4, 5]), comment: `${sent.length}:${'x'.repeat(random.below(300))}` });
		const revision = again ? sent.length - random.below(Math.min(3, sent.length)) : sent.length;
		return { page, change: { questionId, revision, value: sent[revision - 1] ?? {} } };
	}

	/** Notes what the service has answered to a change. */
	function note(page: Page, change: AnswerChange, answer: SavedAnswer) {
		const expected = change.revision > page.confirmed ? ['saved', 'repeated', 'older'] : ['repeated', 'older'];
		if (!expected.includes(answer.status) || answer.revision < page.confirmed) misjudged++;
		page.confirmed = Math.max(page.confirmed, answer.revision);
		confirmations++;
	}

	function compare(rows: Row[], confirmed?: Map<Page, number>): Damage {
		const damage = { ...NO_DAMAGE, misjudged };
		for (const page of pages) {
			const [row, ...more] = rows.filter(
				(each) => each.assessmentId === page.assessmentId && each.questionId === page.questionId
			);
			const least = confirmed?.get(page) ?? page.confirmed;
			damage.doubled += more.length;
			if (row) {
				if (row.revision < least) damage.older++;
				if (!isDeepStrictEqual(row.value, page.sent[row.revision - 1])) damage.mixed++;
			} else if (least > 0) damage.lost++;
		}
		return damage;
	}

	/** A comparison with what has been confirmed up to now, for a copy of the database that is opened later. */
	function remember() {
		const confirmed = new Map(pages.map((page) => [page, page.confirmed]));
		return (rows: Row[]) => compare(rows, confirmed);
	}

	return { nextChange, note, compare, remember, confirmations: () => confirmations };
}

export type Ledger = ReturnType<typeof openLedger>;
