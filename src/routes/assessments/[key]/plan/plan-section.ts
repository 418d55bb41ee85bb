/** What stands in the way and what is done about it, as part of a document. */
import { formatDay } from '#lib/components/format.ts';
import type { SlideAction } from '#lib/components/document/presentation.ts';
import { heading, list, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { Locale, Instrument } from '#lib/domain/instrument/instrument.ts';
import { inOrder, isOverdue, type Action } from '#lib/domain/plan/action.ts';
import * as m from '#lib/paraglide/messages.js';
import type { HurdleEntries } from '../rounds/[id]/result/hurdle-entries.ts';
import { criterionNames } from './plan-names.ts';
import { statusNames } from './status-words.ts';

/** More would be the plan itself. */
const MOST_ACTIONS = 25;
/** and as many can be read from afar */
const MOST_ON_SLIDE = 7;

export function planSection(
	actions: readonly Action[],
	hurdles: HurdleEntries | undefined,
	instrument: Instrument,
	{ day, locale }: { day: string; locale: Locale }
): Block[] {
	const kept = inOrder(actions).filter(({ status }) => status !== 'dropped');
	const more = kept.length - MOST_ACTIONS;
	return [
		heading(1, m.document_plan()),
		...(kept.length === 0
			? [paragraph(m.document_plan_none())]
			: [
					paragraph(m.document_plan_lead({ day: formatDay(day) })),
					table(
						m.document_plan_table(),
						[
							[m.plan_action(), 4],
							[m.plan_about(), 2.4],
							[m.plan_owner(), 1.8],
							[m.plan_due(), 1.6],
							[m.plan_status(), 1.2]
						],
						kept
							.slice(0, MOST_ACTIONS)
							.map((action) => [
								action.title,
								criterionNames(instrument, action.items, locale).join('; '),
								action.owner || m.plan_no_owner(),
								dueText(action, day),
								statusNames[action.status]()
							])
					),
					...(more > 0 ? [paragraph(m.document_plan_more({ n: more }))] : [])
				]),
		...(hurdles ? hurdleBlocks(hurdles) : [])
	];
}

/** The first actions by due date, as many as stand on a slide. */
export function slideActions(actions: readonly Action[], day: string): SlideAction[] {
	return inOrder(actions)
		.filter(({ status }) => status !== 'dropped')
		.slice(0, MOST_ON_SLIDE)
		.map((action) => ({ title: action.title, owner: action.owner || m.plan_no_owner(), due: dueText(action, day) }));
}

function dueText(action: Action, day: string): string {
	if (action.dueOn === null) return m.plan_no_due();
	const due = formatDay(action.dueOn);
	return isOverdue(action, day) ? m.document_overdue({ day: due }) : due;
}

function hurdleBlocks({ lead, entries }: HurdleEntries): Block[] {
	return [
		heading(2, m.plan_hurdles()),
		paragraph(lead),
		list(
			entries.map(({ name, count, remedy }) => ({ text: name, more: [count, m.document_hurdle_remedy({ remedy })] }))
		)
	];
}
