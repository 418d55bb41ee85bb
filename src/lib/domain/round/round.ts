/** The life of a round: what must be there before each step, and what each step ends (D11, D12, D16). */
import { z } from 'zod';
import { addDays, addMonths } from '#lib/domain/day.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { COLLECTING_MONTHS, LEADER_MAXIMUM, LEADERS_MAXIMUM, REMINDERS_MAXIMUM, TITLE_MAXIMUM } from './limits.ts';

export {
	COLLECTING_MONTHS,
	COMMENTS_MINIMUM,
	LEADER_MAXIMUM,
	LEADERS_MAXIMUM,
	NAME_MAXIMUM,
	PHASES,
	REMINDERS_MAXIMUM,
	RESPONSES_MINIMUM,
	TITLE_MAXIMUM,
	type Phase
} from './limits.ts';

/** D11, chosen before the first invitation and unchangeable after it. */
export const RoundMode = z.enum(['confidential', 'open']);
export type RoundMode = z.infer<typeof RoundMode>;

/** What is set up before inviting. */
export const RoundSettings = z.strictObject({
	title: z.string().trim().min(1).max(TITLE_MAXIMUM),
	variant: z.enum(['full', 'short']),
	scope: z.enum(DIMENSIONS).optional(),
	mode: RoundMode,
	/** last day of collecting */
	collectUntil: z.iso.date().optional(),
	/** D13: who leads the meeting, by function */
	leaders: z.array(z.string().trim().min(1).max(LEADER_MAXIMUM)).max(LEADERS_MAXIMUM),
	resultForRespondents: z.boolean(),
	/** to everyone invited, and never more than promised */
	remindersMost: z.int().min(0).max(REMINDERS_MAXIMUM)
});
export type RoundSettings = z.infer<typeof RoundSettings>;

/** The last day on which collecting that begins today may end (D16). */
export function lastDayOfCollecting(today: string): string {
	return addMonths(today, COLLECTING_MONTHS);
}

/** After its last day collecting can be made longer for so many days; nobody answers meanwhile. Then it ends by itself. */
export const GRACE_DAYS = 7;

/** The last day on which collecting can be made longer or ended by hand, never later than D16 allows. */
export function lastDayToExtend(collectUntil: string, collectingSince: string): string {
	const [grace, last] = [addDays(collectUntil, GRACE_DAYS), lastDayOfCollecting(collectingSince)];
	return grace < last ? grace : last;
}

/** What is missing before the first invitation can go out. */
export type Obstacle =
	| 'noDeadline'
	| 'deadlinePassed'
	| 'deadlineTooFar'
	| 'noRoles'
	| 'noLeader'
	/** people are on the list for a role that answers nothing */
	| 'roleWithoutCriteria';

/** Why collecting that begins today cannot end on a day. */
export function deadlineProblem(day: string, today: string): 'deadlinePassed' | 'deadlineTooFar' | undefined {
	if (day < today) return 'deadlinePassed';
	return day > lastDayOfCollecting(today) ? 'deadlineTooFar' : undefined;
}

/** @param roles those that answer something, and those of the people on the list */
export function obstaclesToCollecting(
	settings: Pick<RoundSettings, 'collectUntil' | 'leaders'>,
	roles: { withCriteria: readonly string[]; invited: readonly string[] },
	today: string
): Obstacle[] {
	const { collectUntil, leaders } = settings;
	const problem: Obstacle | undefined =
		collectUntil === undefined ? 'noDeadline' : deadlineProblem(collectUntil, today);
	return [
		...(problem ? [problem] : []),
		...(roles.withCriteria.length === 0 ? (['noRoles'] as const) : []),
		...(leaders.length === 0 ? (['noLeader'] as const) : []),
		...(roles.invited.some((role) => !roles.withCriteria.includes(role)) ? (['roleWithoutCriteria'] as const) : [])
	];
}
