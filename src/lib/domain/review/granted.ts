/** D15: what a grant includes of a closed result, once all criteria are in sight: never answers, counts, targets or plans. */
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Settlement } from '#lib/domain/meeting/meeting.ts';
import { viewWithoutFreeText } from '#lib/domain/result/free-text.ts';
import type { FrozenTeam } from '#lib/domain/result/frozen.ts';
import type { ResultSource } from '#lib/domain/result/source.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { withTargets } from '#lib/domain/result/team-targets.ts';
import type { ResultView } from '#lib/domain/result/view.ts';

/** The kinds of documents that a grant gives, by the last part of their address. */
export const GRANTED_DOCUMENTS = ['report.pdf', 'paper.docx', 'slides.pptx', 'workbook.xlsx'] as const;
export type GrantedDocument = (typeof GRANTED_DOCUMENTS)[number];

/**
 * The result as it was frozen, without the municipality's targets, which are plans, and without importance, which is a
 * mean of what respondents said and was settled by nobody.
 */
export function grantedSource(instrument: Instrument, frozen: FrozenTeam): ResultSource {
	const settled = { ...frozen, inputs: { ...frozen.inputs, criteria: {} } };
	return teamSource(instrument, withTargets(instrument, settled, {}));
}

/**
 * The view without what somebody wrote, unless the grant includes the reasons of the meeting, and without the list of
 * priorities, which would say of each criterion that it has no target.
 */
export function grantedView(view: ResultView, reasons: boolean): ResultView {
	return { ...(reasons ? view : viewWithoutFreeText(view)), priorities: [] };
}

/** An item as the meeting left it; nothing of what was answered before. */
export interface GrantedItem {
	item: string;
	/** null where the meeting decided nothing */
	settlement: Settlement | null;
	/** empty where there is none, or the grant includes none */
	reason: string;
}

/** In instrument order. @param reasons whether the grant includes the reasons of the meeting */
export function grantedItems(
	instrument: Instrument,
	{ variant, scope, inputs }: FrozenTeam,
	reasons: boolean
): GrantedItem[] {
	return itemsOf(instrument, variant, scope).map(({ id }) => {
		const decided = inputs.decisions[id];
		return { item: id, settlement: decided?.decision ?? null, reason: (reasons && decided?.reason) || '' };
	});
}
