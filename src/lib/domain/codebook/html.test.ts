import { expect, test } from 'vitest';
import { releaseOrder } from '../../../../tests/support/release-order.ts';
import { parseXml } from '../../../../tests/support/xml.ts';
import { codebookOf } from './codebook.ts';
import { codebookPage } from './html.ts';

const { about, instrument } = releaseOrder();
const codebook = codebookOf(instrument);

test.each(['de', 'en'] as const)(
	'every variable stands on it with its label, its values and what is missing (%s)',
	(locale) => {
		const [doctype, ...lines] = codebookPage(codebook, about, locale).split('\n');
		expect(doctype).toBe('<!doctype html>');
		const page = parseXml(lines.join('\n'));
		expect(page.attributes.lang).toBe(locale);
		const body = page.children[1]?.children ?? [];
		const entries = body.flatMap((one, index) =>
			one.name === 'h3' ? [[one.text, body.slice(index + 1).find(({ name }) => name === 'dl')] as const] : []
		);
		const variables = [...codebook.cells, ...codebook.measures, ...codebook.items];
		expect(entries.map(([title]) => title)).toEqual(variables.map(({ name, label }) => `${name}: ${label[locale]}`));
		entries.forEach(([, list], index) => {
			const { values, missing } = variables[index] as (typeof variables)[number];
			const told = list?.children.flatMap(({ text, children }) => [
				text,
				...(children[0]?.children ?? []).map((one) => one.text)
			]);
			expect(told).toContain(missing[locale]);
			for (const { value, label } of values)
				expect(told?.some((text) => text.startsWith(`${value}: ${label[locale]}`))).toBe(true);
		});
	}
);

test('it carries no script, nothing from elsewhere, and no text that becomes markup', () => {
	const page = codebookPage(codebook, { ...about, publisher: '<script>alert(1)</script>' }, 'de');
	expect(page).not.toMatch(/<script|src=|href=|@import|url\(/);
	expect(page).toContain('&lt;script&gt;');
});
