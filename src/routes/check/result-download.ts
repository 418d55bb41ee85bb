/** A result as a file, in the page's language; live while the check is open, as frozen afterwards. */
import { error } from '@sveltejs/kit';
import { resultSheets } from '#lib/components/result/result-sheets.ts';
import { resultTable } from '#lib/components/result/result-table.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { viewWithoutFreeText } from '#lib/domain/result/free-text.ts';
import { resultFile } from '#lib/domain/result/file.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result/view-about.ts';
import { resultView } from '#lib/domain/result/view.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Check } from '#lib/server/checks/checks.ts';
import { comparisonOf } from '#lib/server/releases/comparison.ts';
import { database } from '#lib/server/database.ts';
import { makeWorkbook } from '#lib/server/documents/making.ts';
import { aboutCheck, resultOf } from '#lib/server/checks/results.ts';
import { requireInstrument } from './instrument-of.ts';
import { downloading } from './limits.ts';

const TYPES = {
	json: 'application/json',
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};
export type Format = keyof typeof TYPES;

/** @throws 429 where one address asks too often */
export function limitDownloads(address: string): void {
	if (!downloading.allows(address)) error(429, 'limit');
}

/** A result in one of its formats. */
export interface ResultContents {
	json: () => unknown;
	csv: () => Pick<Sheet, 'columns' | 'rows'>;
	xlsx: () => Sheet[];
}

/** As the JSON file holds it, byte for byte. */
export const jsonOf = (value: unknown): string => JSON.stringify(value, null, '\t');

/** The file as an attachment, named by whose result of which day it is. */
export async function fileResponse(contents: ResultContents, about: ResultAbout, format: Format): Promise<Response> {
	const written = {
		json: () => jsonOf(contents.json()),
		csv: () => csvOf(contents.csv(), CSV_STYLES[getLocale()]),
		xlsx: () => makeWorkbook(contents.xlsx())
	};
	const name = fileName(['standort-2030', about.name ?? m.result_file_trial(), dayOfResult(about)], format);
	return new Response(await written[format](), {
		headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}"` }
	});
}

/** @param freeText whether reasons and notes are in it: for the owner only */
export async function resultDownload(check: Check, format: Format, freeText: boolean): Promise<Response> {
	const { view, about, file } = await readCheck(check, freeText);
	return fileResponse(
		{
			json: () => file,
			csv: () => resultTable(view, about),
			xlsx: () => resultSheets(view, about)
		},
		about,
		format
	);
}

/** What files of a check are made of, and all of it for programs. */
export async function readCheck(check: Check, freeText: boolean) {
	const locale = getLocale();
	const loaded = requireInstrument(check);
	const source = await resultOf(database(), check, loaded);
	const about = aboutCheck(check, loaded, locale);
	const whole = resultView(source, locale);
	const view = freeText ? whole : viewWithoutFreeText(whole);
	const comparison = comparisonOf(database(), check, source)?.comparison;
	const told = { source, about, comparison, profile: check.profile, locale, freeText };
	return { view, about, comparison, file: resultFile(told) };
}
