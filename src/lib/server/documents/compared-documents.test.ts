import { describe, expect, test } from 'vitest';
import { councilPaper } from '#lib/components/document/council-paper.ts';
import { presentationOf } from '#lib/components/document/presentation.ts';
import { comparisonSheet } from '#lib/components/result/comparison-sheet.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { PLAIN_LOOK } from '#lib/domain/document/look.ts';
import { readPackage, textOf } from '../../../../tests/support/office-package.ts';
import { reportedResult } from '../../../../tests/support/reported-result.ts';
import { docxFile } from './docx-file.ts';
import { pptxFile } from './pptx-file.ts';

const comparison: Comparison = {
	enough: true,
	release: { number: 3, cutoff: '2027-01-01', demonstration: false },
	...{ group: 'all', groups: ['all'], n: 25 },
	rows: [
		{ measure: 'overall', own: 2.83, cell: { median: 2.5, q1: 2, q3: 3.1 }, place: 'upperHalf' },
		{ measure: 'budget', own: 2.2, cell: { median: 2.4 }, place: 'belowMedian' },
		{ measure: 'D1', own: 2.9 }
	]
};

describe('a comparison in documents', () => {
	test('stands in the paper for the council under the name of the municipality', async () => {
		const told = { ...(await reportedResult()), comparison };
		const parts = readPackage(await docxFile(councilPaper(told, 'councilOfNorth'), PLAIN_LOOK));
		const text = textOf(parts['word/document.xml'] ?? '');
		expect(text).toMatch(
			/Im Vergleich mit mindestens 25 Kommunen \(Stichtag 1\. Januar 2027\) liegt Musterau insgesamt /
		);
		expect(parts['word/footer1.xml']).toContain('Veröffentlichungsstand 3');
	});

	test('has a slide with medians, none for what is withheld', async () => {
		const told = { ...(await reportedResult()), comparison };
		const parts = readPackage(await pptxFile(presentationOf(told, []), PLAIN_LOOK));
		const slides = Object.entries(parts).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
		const [slide] = slides.map(([, xml]) => textOf(xml)).filter((text) => text.includes('Median'));
		expect(slide).toMatch(/\n\s*2,8\n\s*2,5\n/);
		expect(slide).not.toContain('D1');
	});

	test('is a sheet of typed cells, empty where nothing is published; without enough municipalities there is none', async () => {
		const { view } = await reportedResult();
		const [sheet] = Object.values(comparisonSheet(comparison, view));
		expect(sheet?.rows.map((row) => row.slice(2, 6))).toEqual([
			[2.8, 2.5, 2, 3.1],
			[2.2, 2.4, null, null],
			[2.9, null, null, null]
		]);
		expect(sheet?.rows[0]?.slice(8)).toEqual([25, 3, '2027-01-01']);
		expect(comparisonSheet({ enough: false, minimum: 8, variant: 'full', otherVariant: false }, view)).toEqual({});
	});
});
