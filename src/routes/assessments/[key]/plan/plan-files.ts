/** The plan as files, in the page's language. */
import { formatDay } from '#lib/components/format.ts';
import { isPending, type Action } from '#lib/domain/plan/action.ts';
import type { CalendarEntry } from '#lib/domain/plan/calendar.ts';
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import * as m from '#lib/paraglide/messages.js';
import { criterionNames, hurdleNames } from './plan-names.ts';
import { gradeNames, statusNames } from './status-words.ts';

/** All actions as a table. */
export function planSheet(actions: readonly Action[], instrument: Instrument, locale: Locale): Sheet {
	const column = (title: string, width: number) => ({ title, kind: 'text' as const, width });
	return {
		name: m.plan_title(),
		columns: [
			...[column(m.plan_action(), 60), column(m.plan_status(), 12), column(m.plan_owner(), 28)],
			...[column(m.plan_due(), 14), column(m.plan_about(), 44), column(m.plan_against(), 28)],
			column(m.plan_field_effort(), 14),
			...[column(m.plan_field_effect(), 14), column(m.plan_field_budget(), 24), column(m.plan_field_notes(), 60)],
			...[column(m.plan_created(), 14), column(m.plan_changed(), 14)]
		],
		rows: actions.map((action) => [
			...[action.title, statusNames[action.status](), action.owner || null, action.dueOn],
			criterionNames(instrument, action.items, locale).join('; ') || null,
			hurdleNames(instrument, action.hurdles, locale).join('; ') || null,
			...[action.effort, action.effect].map((grade) => (grade === null ? null : gradeNames[grade]())),
			...[action.budgetProduct || null, action.notes || null, action.createdOn, action.changedOn]
		]),
		notes: []
	};
}

/** What is still to be done and has a day. @param key of the municipality, which makes the entries its own */
export function planCalendar(actions: readonly Action[], key: string): CalendarEntry[] {
	return actions.flatMap(({ id, title, dueOn, status, owner, budgetProduct, changedOn }) => {
		if (dueOn === null || !isPending({ status })) return [];
		const facts = [
			`${m.plan_owner()}: ${owner || m.plan_no_owner()}`,
			`${m.plan_status()}: ${statusNames[status]()}`,
			...(budgetProduct ? [`${m.plan_field_budget()}: ${budgetProduct}`] : []),
			`${m.plan_due()}: ${formatDay(dueOn)}`
		];
		return [{ uid: `${id}@${key}.standort-2030`, day: dueOn, title, description: facts.join('\n'), changedOn }];
	});
}
