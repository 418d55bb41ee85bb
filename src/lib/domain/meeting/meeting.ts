/** The consensus meeting: what stands on its agenda and why, as far as D12 lets it be told, and what holds up closing. */
import { z } from 'zod';
import { AGENDA_REASONS, agendaOf, agendaReasons, NO_AGREEMENT, type AgendaReason } from './agenda.ts';
import {
	agreementOf,
	rangeOf,
	STRONG_AGREEMENT,
	MODERATE_AGREEMENT,
	type AgreementWord
} from '#lib/domain/scoring/agreement.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { REASON_MINIMUM, TEXT_MAXIMUM } from '#lib/domain/answering/answer-limits.ts';
import { Decision } from '#lib/domain/answering/rating-schema.ts';
import { isTooFew, teamItem, type TeamItem } from '#lib/domain/round/team-item.ts';

/** Why an item is talked about. */
export const MeetingReason = z.enum([
	...AGENDA_REASONS,
	/** D12: no mean may be shown */
	'tooFew',
	/** D12: what it is would tell single answers */
	'notTold'
]);
export type MeetingReason = z.infer<typeof MeetingReason>;

export interface MeetingItem {
	item: string;
	/** why it stands on the agenda; empty where it can be accepted with the others */
	reasons: MeetingReason[];
	seen: TeamItem;
}

/** What the meeting has settled on an item: a decision (M2c), or `accepted`, which leaves the mean as it stands. */
export const Settlement = z.union([Decision, z.literal('accepted')]);
export type Settlement = z.infer<typeof Settlement>;

/** A decision as it is typed. A level or "does not apply" needs its reason (M2c); leaving the mean needs none. */
export const DecisionEntry = z
	.strictObject({
		settlement: z.preprocess((typed) => (/^[1-5]$/.test(String(typed)) ? Number(typed) : typed), Settlement),
		reason: z.string().trim().max(TEXT_MAXIMUM),
		dissent: z.string().trim().max(TEXT_MAXIMUM)
	})
	.refine(({ settlement, reason }) => settlement === 'accepted' || reason.length >= REASON_MINIMUM, {
		path: ['reason']
	});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

/**
 * M12 within D12: first the items of the agenda, most disputed first, then the others in instrument order.
 * @param items in instrument order
 * @param confidential D11: in an open workshop everything is told
 */
export function meetingItems(
	items: readonly string[],
	respondents: readonly Respondent[],
	confidential: boolean
): MeetingItem[] {
	const all = items.map((item) => {
		const ratings = ratingsOfItem(respondents, item);
		const seen = teamItem(respondents, item, confidential);
		return { item, seen, ratings, reasons: reasonsTold(seen, agendaReasons(ratings)) };
	});
	const onAgenda = confidential ? all.filter(({ reasons }) => reasons.length > 0).sort(byWhatIsTold) : openAgenda(all);
	const others = all.filter((one) => !onAgenda.includes(one));
	return [...onAgenda, ...others].map(({ item, reasons, seen }) => ({ item, reasons, seen }));
}

type Gathered = MeetingItem & { ratings: ReturnType<typeof ratingsOfItem> };

function openAgenda(all: readonly Gathered[]): Gathered[] {
	const order = agendaOf(all.map(({ item, ratings }) => ({ id: item, ratings })));
	const disputed = order.flatMap(({ item }) => all.filter((one) => one.item === item));
	return [...disputed, ...all.filter((one) => one.reasons.includes('tooFew') && !disputed.includes(one))];
}

/** The reasons beyond the word of agreement rest on counts, and are told where these are. */
function reasonsTold({ mean, agreement, counts }: TeamItem, reasons: AgendaReason[]): MeetingReason[] {
	if (isTooFew(mean)) return ['tooFew'];
	if (counts || reasons.length === 0) return reasons;
	return [agreement === 'weak' ? 'agreement' : 'notTold'];
}

/** Where the distribution is withheld, its word stands for the agreement, and no range: the order must not tell more. */
function byWhatIsTold(a: Gathered, b: Gathered): number {
	const [first, second] = [orderOf(a), orderOf(b)];
	return first.agreement - second.agreement || second.range - first.range;
}

const LEAST: Record<AgreementWord, number> = { weak: 0, moderate: MODERATE_AGREEMENT, strong: STRONG_AGREEMENT };

function orderOf({ seen, ratings }: Gathered): { agreement: number; range: number } {
	if (seen.counts) return { agreement: agreementOf(ratings.levels) ?? NO_AGREEMENT, range: rangeOf(ratings.levels) };
	return { agreement: seen.agreement ? LEAST[seen.agreement] : NO_AGREEMENT, range: 0 };
}

/** What still holds up closing: items of the agenda that are not settled, in its order. */
export function unsettled(items: readonly MeetingItem[], settled: ReadonlySet<string>): string[] {
	return items.filter(({ item, reasons }) => reasons.length > 0 && !settled.has(item)).map(({ item }) => item);
}
