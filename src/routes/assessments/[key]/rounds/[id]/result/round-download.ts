/** The closed result of a round as a file, in the page's language. */
import { comparisonSheet } from '#lib/components/result/comparison-sheet.ts';
import { hurdleColumns, hurdleRows, hurdleSheet } from '#lib/components/result/hurdle-cells.ts';
import { resultSheets } from '#lib/components/result/result-sheets.ts';
import { resultTable } from '#lib/components/result/result-table.ts';
import { teamColumns, teamSheets } from '#lib/components/result/team-columns.ts';
import { inOrder } from '#lib/domain/plan/action.ts';
import { dayOfResult } from '#lib/domain/result/view-about.ts';
import { roundFile, type RoundFile } from '#lib/domain/result/round-file.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findActions } from '#lib/server/rounds/actions.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { fileResponse, type Format } from '../../../../../check/result-download.ts';
import { planSheet } from '../../../plan/plan-files.ts';
import { readResult } from './round-result.ts';

/** @throws where the round is not closed */
export function roundDownload(round: Round, format: Format): Promise<Response> {
	const { view, about, hurdles, comparison, source, ...team } = readResult(round);
	return fileResponse(
		{
			json: () => resultFile(round),
			csv: () => {
				const columns = [...teamColumns({ view, ...team }), ...hurdleColumns(hurdles, about.team)];
				return resultTable(view, about, columns, hurdleRows(hurdles));
			},
			xlsx: () => {
				const actions = inOrder(findActions(database(), round.municipalityKey));
				return resultSheets(view, about, {
					...{ ...teamSheets({ view, ...team }), ...hurdleSheet(hurdles, about.team) },
					...comparisonSheet(comparison, view),
					[m.workbook_plan()]: planSheet(actions, source.instrument, getLocale())
				});
			}
		},
		about,
		format
	);
}

/** All of it, for programs. @throws where the round is not closed */
export function resultFile(round: Round): RoundFile {
	const { source, frozen, about, comparison } = readResult(round);
	const { profile, title, mode } = round;
	const of = { profile, comparison, frozen, round: { title, mode }, closedOn: dayOfResult(about), locale: getLocale() };
	return roundFile({ source, about, ...of });
}
