/** The page of one criterion, for checks and responses alike: what it shows, and what becomes of it when it is posted. */
import { error, fail, redirect } from '@sveltejs/kit';
import { criterionTexts } from '#lib/components/answering/criterion-texts.ts';
import { readAnswer } from '#lib/components/answering/read-form.ts';
import { criterionAnswer, itemAnswer, type Answers, type Asking } from '#lib/domain/answering/answering.ts';
import { itemsOfCriterion, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import type { AnswerChange, SavedAnswer } from '#lib/server/checks/answers.ts';
import { readChanges } from './read-changes.ts';

function requireCriterion({ criteria, variant }: Asking, id: string) {
	const index = criteria.findIndex((criterion) => criterion.id === id);
	const criterion = criteria[index];
	if (!criterion) error(404);
	const items = itemsOfCriterion(criterion, variant);
	return { criterion, items, previous: criteria[index - 1]?.id, next: criteria[index + 1]?.id };
}

/** What the page shows; 404 for a criterion that is not asked. */
export function criterionPage(instrument: Instrument, asking: Asking, id: string, answers: Answers, locale: Locale) {
	const { criterion, items, previous, next } = requireCriterion(asking, id);
	const stored = (question: string) => ({
		revision: answers.get(question)?.revision ?? 0,
		toBeConfirmed: answers.get(question)?.toBeConfirmed ?? false
	});
	return {
		texts: criterionTexts(instrument, asking, criterion, locale),
		items: items.map((item) => ({ id: item.id, ...stored(item.id), answer: itemAnswer(answers, item.id) })),
		criterion: { id: criterion.id, ...stored(criterion.id), answer: criterionAnswer(answers, criterion.id) },
		previous,
		next
	};
}

/** Everything on the posted page, also what cannot be saved like this. */
export function readCriterion(asking: Asking, id: string, form: FormData) {
	const { criterion, items } = requireCriterion(asking, id);
	const ids = [...items.map((item) => item.id), criterion.id];
	return { typed: ids.map((questionId) => ({ questionId, value: readAnswer(questionId, form) })) };
}

interface Posted {
	asking: Asking;
	/** the criterion's id */
	id: string;
	form: FormData;
	answers: Answers;
	save: (changes: AnswerChange[]) => Promise<SavedAnswer[] | { refused: string }>;
	/** address of the page with all criteria */
	base: string;
	/** what follows the last one */
	afterLast?: string;
}

/** Saves a posted page and leads on, or gives it back with what is wrong. */
export async function saveCriterion({ asking, id, form, answers, save, base, afterLast }: Posted) {
	const { previous, next } = requireCriterion(asking, id);
	const { typed } = readCriterion(asking, id, form);
	// The fields of a finished check are disabled and not posted.
	const ids = typed.map(({ questionId }) => questionId).filter((question) => form.has(`revision.${question}`));
	const { changes, wrong, withoutReason } = readChanges(ids, form, answers, asking.reasonOptional);
	const outcomes = changes.length === 0 ? [] : await save(changes);
	if ('refused' in outcomes) return fail(409, { closed: true, typed });

	const conflicts = outcomes.filter(({ status }) => status === 'conflict' || status === 'older');
	if (conflicts.length > 0) return fail(409, { conflicts, typed });
	if (wrong.length + withoutReason.length > 0) return fail(422, { wrong, withoutReason, typed });

	if (form.has('clear')) redirect(303, `${base}/${id}`);
	const go = form.get('go');
	if (go === 'previous') redirect(303, previous ? `${base}/${previous}` : base);
	if (go === 'list') redirect(303, base);
	redirect(303, next ? `${base}/${next}` : (afterLast ?? `${base}/review`));
}
