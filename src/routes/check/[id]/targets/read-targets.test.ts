import { expect, test } from 'vitest';
import { answersById } from '#lib/domain/answering/answering.ts';
import type { CriterionAnswer } from '#lib/domain/answering/rating.ts';
import { readTargets } from './read-targets.ts';

const FOUR: CriterionAnswer = { importance: 3, target: 4, targetYear: 2030 };

/** Posts fields as `level/year`; `shown` is what the page showed before. */
function read(typed: Record<string, string>, shown: Record<string, string>, stored: Record<string, CriterionAnswer>) {
	const form = new FormData();
	for (const [prefix, fields] of [
		['', typed],
		['shown-', shown]
	] as const)
		for (const [id, field] of Object.entries(fields)) {
			const [level = '', year = ''] = field.split('/');
			form.append(`${prefix}level.${id}`, level);
			form.append(`${prefix}year.${id}`, year);
		}
	const answers = Object.entries(stored).map(([questionId, value]) => ({
		...{ questionId, value },
		revision: 6,
		toBeConfirmed: false
	}));
	return readTargets(['D1', 'D2'], form, answersById(answers));
}

test('only what was changed is saved, under the next revision, and the importance beside it stays', () => {
	const shown = { D1: '4/2030', D2: '/' };
	expect(read({ D1: '5/2032', D2: '/' }, shown, { D1: FOUR }).changes).toEqual([
		{ questionId: 'D1', revision: 7, value: { importance: 3, target: 5, targetYear: 2032 } }
	]);
	expect(read({ D1: '4/2030', D2: '3/2028' }, shown, { D1: FOUR }).changes).toEqual([
		{ questionId: 'D2', revision: 1, value: { target: 3, targetYear: 2028 } }
	]);
	expect(read(shown, shown, { D1: FOUR })).toMatchObject({ changes: [], wrong: {}, changed: {} });
});

test('a target is taken away by choosing none', () => {
	const { changes } = read({ D1: '/2030' }, { D1: '4/2030' }, { D1: FOUR });
	expect(changes).toEqual([{ questionId: 'D1', revision: 7, value: { importance: 3 } }]);
});

test('what cannot be a target is named, and kept as typed', () => {
	expect(read({ D1: '5/bald', D2: '/2030' }, { D1: '/', D2: '/' }, {})).toEqual({
		changes: [],
		wrong: { D1: 'year', D2: 'level' },
		typed: { D1: { level: '5', year: 'bald' }, D2: { level: '', year: '2030' } },
		changed: {}
	});
});

test('a target that was changed elsewhere meanwhile is not overwritten unseen', () => {
	const { changes, changed } = read({ D1: '5/2032' }, { D1: '3/2028' }, { D1: FOUR });
	expect(changes).toEqual([]);
	expect(changed).toEqual({ D1: { level: '4', year: '2030' } });
	expect(read({ D1: '5/2032' }, { D1: '4/2030' }, { D1: FOUR }).changes).toHaveLength(1);
});

test('a target that was changed elsewhere and is not touched here, or is the same, stays', () => {
	const nothing = { changes: [], changed: {}, wrong: {} };
	expect(read({ D1: '3/2028' }, { D1: '3/2028' }, { D1: FOUR })).toMatchObject(nothing);
	expect(read({ D1: '4/2030' }, { D1: '3/2028' }, { D1: FOUR })).toMatchObject(nothing);
});
