import { expect, test } from 'vitest';
import { readEvidence, typedEvidence } from './form.ts';

const typed = (more: Record<string, string>) =>
	typedEvidence(new Map(Object.entries({ item: 'D1.1', title: 'Leitbild', ...more })));
const read = (more: Record<string, string>) => readEvidence(typed(more), ['D1.1', 'D1.2']);

test('a link, a note and a file are read with their title, day and place', () => {
	const entry = { item: 'D1.1', title: 'Leitbild', date: '2026-05-01', page: 'S. 3' };
	const more = { date: '2026-05-01', page: ' S. 3 ' };
	expect(read({ kind: 'link', link: 'https://musterau.example/x', ...more })).toEqual({
		...{ entry, content: { kind: 'link', link: 'https://musterau.example/x' } }
	});
	expect(read({ kind: 'note', note: 'Akte 3', ...more })).toEqual({ entry, content: { kind: 'note', note: 'Akte 3' } });
	expect(read({ kind: 'file', ...more })).toEqual({ entry, content: { kind: 'file' } });
});

test.each([
	'javascript:alert(1)',
	'data:text/html,x',
	'ftp://x.example',
	'//x.example',
	'x',
	'https://a:b@x.example/',
	''
])('a link to %s is refused', (link) => {
	expect(read({ kind: 'link', link })).toEqual({ wrong: ['link'] });
});

test('everything that is wrong is told', () => {
	const all = { item: 'Z9.9', kind: 'note', title: ' ', date: '0205-01-01', page: 'x'.repeat(61), note: '' };
	expect(read(all)).toEqual({ wrong: ['item', 'title', 'date', 'page', 'note'] });
	expect(read({ kind: 'program' })).toEqual({ wrong: ['kind'] });
});
