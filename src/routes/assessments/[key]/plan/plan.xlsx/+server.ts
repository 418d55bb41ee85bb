import { inOrder } from '#lib/domain/plan/action.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { makeWorkbook } from '#lib/server/documents/making.ts';
import { requireMember } from '../../../../guards.ts';
import { planSheet } from '../plan-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { municipality } = await requireMember(event, 'readPlan');
	const actions = inOrder(findActions(database(), municipality.key));
	const workbook = await makeWorkbook([planSheet(actions, currentInstrument().instrument, getLocale())]);
	const name = fileName([m.plan_title(), municipality.name, today()], 'xlsx');
	return new Response(workbook, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
