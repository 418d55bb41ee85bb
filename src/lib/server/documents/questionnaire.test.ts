import { afterEach, expect, test } from 'vitest';
import { questionnairePaper } from '#lib/components/document/questionnaire-paper.ts';
import { PLAIN_LOOK } from '#lib/domain/document/look.ts';
import { itemsOf, LOCALES } from '#lib/domain/instrument/instrument.ts';
import { localise } from '#lib/domain/instrument/localise.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readPackage, textOf } from '../../../../tests/support/office-package.ts';
import { docxFile } from './docx-file.ts';

afterEach(() => overwriteGetLocale(() => 'de'));

const variants = LOCALES.flatMap((locale) => (['full', 'short'] as const).map((variant) => [locale, variant] as const));

test.each(variants)(
	'the questionnaire on paper holds every statement with all its boxes (%s, %s)',
	async (locale, variant) => {
		overwriteGetLocale(() => locale);
		loadInstruments();
		const { instrument, sha256 } = currentInstrument();
		const told = { variant, extent: '', sha256 };
		const parts = readPackage(await docxFile(questionnairePaper(localise(instrument, locale), told), PLAIN_LOOK));
		const document = parts['word/document.xml'] ?? '';
		const text = textOf(document).replaceAll('&amp;', '&');
		const items = itemsOf(instrument, variant);
		for (const { id, statement, levels } of items) {
			expect(text).toContain(`\n${id} ${statement[locale]}\n`);
			for (const [index, level] of levels.entries()) expect(text).toContain(`${index + 1} ${level[locale]}\n`);
		}
		const { options, evidence_grades, importance } = instrument;
		const boxes =
			items.length * (5 + Object.keys(options).length + evidence_grades.length - 1) + 18 * importance.length;
		expect(document.match(/<w14:checkbox>/g)).toHaveLength(boxes);
		expect(text.split(options.unknown.label[locale]).length - 1).toBeGreaterThanOrEqual(items.length);
		expect(document.match(/w:leader="underscore"/g)).toHaveLength(3 * items.length);
	}
);
