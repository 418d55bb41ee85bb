import { inOrder } from '#lib/domain/plan/action.ts';
import { calendarOf } from '#lib/domain/plan/calendar.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { findActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { planCalendar } from '../plan-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { municipality } = await requireMember(event, 'readPlan');
	const { key, name } = municipality;
	const entries = planCalendar(inOrder(findActions(database(), key)), key);
	return new Response(calendarOf(`${m.plan_title()} ${name}`, entries), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName([m.plan_title(), name, today()], 'ics')}"`
		}
	});
};
