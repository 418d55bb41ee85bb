/** Hurdles of a round in a result that is taken away: those that its page shows (D12), and what it says of them. */
import type { Cell } from '#lib/domain/spreadsheet.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import * as m from '#lib/paraglide/messages.js';
import { column, type Table } from './result-sheets.ts';
import type { MoreColumn, MoreRow } from './result-table.ts';

/** A hurdle that enough people named. */
export interface ToldHurdle {
	id: string;
	name: string;
	/** in a confidential round at least so many, in steps of five */
	named: number;
	severity: string;
	/** what helps */
	remedy: string;
}

/** What only the rows of hurdles fill in the CSV file. */
export function hurdleColumns(hurdles: readonly ToldHurdle[], team: ResultAbout['team']): MoreColumn[] {
	const byId = new Map(hurdles.map((one) => [one.id, one]));
	return [
		{ title: namedTitle(team), kind: 'whole', cell: (id) => byId.get(id)?.named ?? null },
		{ title: m.download_hurdle_severity(), kind: 'text', cell: (id) => byId.get(id)?.severity ?? null }
	];
}

/** Named most first. */
export function hurdleRows(hurdles: readonly ToldHurdle[]): MoreRow[] {
	return hurdles.map(({ id, name }) => ({ level: m.download_hurdle(), id, name }));
}

/** For the workbook: no sheet where no hurdle is shown. */
export function hurdleSheet(hurdles: readonly ToldHurdle[], team: ResultAbout['team']): Record<string, Table> {
	if (hurdles.length === 0) return {};
	return {
		[m.download_sheet_hurdles()]: {
			columns: [
				column(m.download_id(), 'text', 9),
				column(m.download_hurdle(), 'text', 44),
				column(namedTitle(team), 'whole', 22),
				column(m.download_hurdle_severity(), 'text', 26),
				column(m.download_hurdle_remedy(), 'text', 60)
			],
			rows: hurdles.map(({ id, name, named, severity, remedy }): Cell[] => [id, name, named, severity, remedy])
		}
	};
}

const namedTitle = (team: ResultAbout['team']) =>
	team === 'open' ? m.download_hurdle_named() : m.download_hurdle_named_least();
