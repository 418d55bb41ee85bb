/** All statements with what came out: an annex. */
import { agreementText, settlementText } from '#lib/components/meeting/meeting-words.ts';
import { answerText } from '#lib/components/result/answer-words.ts';
import { heading, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { Settlement } from '#lib/domain/meeting/meeting.ts';
import type { TeamResultItem } from '#lib/domain/result/team-result.ts';
import type { GrantedItem } from '#lib/domain/review/granted.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

/** What the meeting left of an item; a reviewer is not told how much the answers agreed before (D15). */
type Left = Pick<TeamResultItem, 'item' | 'settlement' | 'seen'> | GrantedItem;

/** @param items what the meeting left; absent for a check of somebody alone */
export function itemsSection({ dimensions, levels }: ResultView, items?: readonly Left[]): Block[] {
	const settled = new Map(items?.map((one) => [one.item, one]));
	const agreed = items?.every((one) => 'seen' in one);
	return [
		heading(1, m.document_items()),
		paragraph(items ? (agreed ? m.document_items_lead() : m.document_items_granted()) : m.document_items_solo()),
		...dimensions.map(({ name, criteria }) =>
			table(
				m.document_items_table({ name }),
				[
					[m.download_item(), 6],
					[m.document_column_result(), 2.6],
					...(agreed ? [[m.document_column_agreement(), 1.3] as [string, number]] : [])
				],
				criteria.flatMap((criterion) => [
					{ group: `${criterion.id} ${criterion.name}` },
					...criterion.items.map((item) => {
						const { id, statement, state } = item;
						const own = settled.get(id);
						const missing = items && state === 'open';
						const decided = own && own.settlement !== null && own.settlement !== 'accepted';
						const result = decided ? decisionText(own.settlement ?? 'accepted', levels) : answerText(item, levels);
						return [
							`${id} ${statement}`,
							missing && !decided ? m.document_item_withheld() : result,
							...(agreed ? [agreementOf(own)] : [])
						];
					})
				])
			)
		)
	];
}

function agreementOf(own: Left | undefined): string {
	const found = own && 'seen' in own ? own.seen.agreement : null;
	return found ? agreementText(found) : m.comparison_none();
}

/** As an answer is told, whether it was decided or not. */
function decisionText(settlement: Settlement, levels: readonly string[]): string {
	if (typeof settlement !== 'number') return settlementText(settlement, levels);
	return m.result_answer_level({ level: settlement, name: levels[settlement - 1] ?? '' });
}
