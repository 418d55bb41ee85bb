import { expect, test } from 'vitest';
import type { StoredAnswer } from '#lib/domain/answering/answering.ts';
import { readChanges } from './read-changes.ts';

const QUESTIONS = ['D1.1', 'D1'];

function form(entries: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(entries)) data.append(name, value);
	return data;
}

function stored(questionId: string, value: StoredAnswer['value'], toBeConfirmed = false) {
	return new Map([[questionId, { questionId, revision: 3, value, toBeConfirmed }]]);
}

test('an untouched page changes nothing', () => {
	const untouched = form({ 'revision.D1.1': '0', 'reason.D1.1': '', 'comment.D1.1': ' ', 'evidence.D1.1': '' });
	expect(readChanges(QUESTIONS, untouched, new Map())).toEqual({ changes: [], wrong: [], withoutReason: [] });
});

test('a change gets the revision after the one that the page showed', () => {
	const posted = form({ 'revision.D1.1': '3', 'rating.D1.1': '4', 'evidence.D1.1': '2', 'importance.D1': '1' });
	expect(readChanges(QUESTIONS, posted, stored('D1.1', { rating: 3 })).changes).toEqual([
		{ questionId: 'D1.1', revision: 4, value: { rating: 4, evidence: 2 } },
		{ questionId: 'D1', revision: 1, value: { importance: 1 } }
	]);
});

test('what stands already is not saved again, unless it is to be confirmed and one goes on', () => {
	const changes = (go: string, toBeConfirmed: boolean) => {
		const posted = form({ 'revision.D1.1': '3', 'rating.D1.1': '3', go });
		return readChanges(QUESTIONS, posted, stored('D1.1', { rating: 3 }, toBeConfirmed)).changes;
	};
	expect(changes('next', false)).toEqual([]);
	expect(changes('next', true)).toHaveLength(1);
	expect(changes('previous', true)).toEqual([]);
	expect(changes('list', true)).toEqual([]);
});

test('a target stays as it is stored, whatever the page was shown with', () => {
	const value = (posted: Record<string, string>, before: StoredAnswer['value']) => {
		const answers = new Map([['D1', { questionId: 'D1', revision: 3, value: before, toBeConfirmed: false }]]);
		return readChanges(['D1'], form({ 'importance.D1': '4', ...posted }), answers).changes[0]?.value;
	};
	const target = { target: 4, targetYear: 2030 } as const;
	expect(value({ 'target.D1': '', 'targetYear.D1': '' }, target)).toEqual({ importance: 4, ...target });
	expect(value({ 'target.D1': '4', 'targetYear.D1': '2030' }, { importance: 1 })).toEqual({ importance: 4 });
});

test('clearing leaves the note', () => {
	const posted = form({
		clear: 'D1.1',
		'revision.D1.1': '3',
		'rating.D1.1': '3',
		'comment.D1.1': 'Beschluss von 2020'
	});
	expect(readChanges(QUESTIONS, posted, stored('D1.1', { rating: 3 })).changes[0]?.value).toEqual({
		comment: 'Beschluss von 2020'
	});
});

test('"does not apply" without its reason is saved and named', () => {
	const read = readChanges(QUESTIONS, form({ 'rating.D1.1': 'notApplicable' }), new Map());
	expect(read.changes).toHaveLength(1);
	expect(read.withoutReason).toEqual(['D1.1']);
});

test.each([
	{ 'rating.D1.1': '7' },
	{ 'rating.D1.1': 'always' },
	{ 'evidence.D1.1': '9' },
	{ 'comment.D1.1': 'x'.repeat(2001) }
])('%j cannot be read and changes nothing', (entries) => {
	const read = readChanges(QUESTIONS, form(entries), new Map());
	expect(read).toMatchObject({ changes: [], wrong: ['D1.1'] });
});

test.each(['-1', '1.5', 'x', '1e99'])('the revision %j counts as none', (revision) => {
	const read = readChanges(QUESTIONS, form({ 'revision.D1.1': revision, 'rating.D1.1': '2' }), new Map());
	expect(read.changes[0]?.revision).toBe(1);
});
