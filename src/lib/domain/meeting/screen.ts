/** What the screens of a meeting show: projector and phones get the same, and nothing beyond it. */
import type { Settlement } from './meeting.ts';
import type { TeamItem } from '#lib/domain/round/team-item.ts';

export interface ScreenItem {
	id: string;
	criterion: string;
	statement: string;
	/** what each level says; index 0 is level 1 */
	descriptions: string[];
	/** where it stands on the agenda, if it stands there */
	place?: { number: number; of: number };
	/** D12 */
	seen: TeamItem;
	settlement: Settlement | null;
}

/** The blind second vote on the item that is shown. */
export interface VoteView {
	/** counts up with every vote of the meeting */
	number: number;
	open: boolean;
	/** phones that take part, and how many of them have voted */
	present: number;
	voted: number;
	/** D12, once it has ended */
	seen?: TeamItem;
}

/** The time for discussing. */
export interface Clock {
	/** milliseconds */
	left: number;
	running: boolean;
}

export interface ScreenView {
	/** counts up with everything that changes; a lower one is never shown after a higher one */
	version: number;
	municipality: string;
	/** of the round */
	title: string;
	/** by which others join */
	code: string;
	/** D11: in an open workshop nothing is held back */
	confidential: boolean;
	/** nothing before whoever leads has opened an item */
	item?: ScreenItem;
	vote?: VoteView;
	clock?: Clock;
	/** names of the levels; index 0 is 1 */
	levels: string[];
	/** names of the roles by id */
	roles: Record<string, string>;
}

/** Whether what arrived may take the place of what is shown. */
export function isNewer(arrived: Pick<ScreenView, 'version'>, shown: Pick<ScreenView, 'version'> | undefined): boolean {
	return shown === undefined || arrived.version >= shown.version;
}
