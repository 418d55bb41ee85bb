/** How long things are kept (D16); whoever runs the service may keep them shorter, never longer. */
import { addDays, addMonths } from './day.ts';

/** An open check without a change: long enough for a summer break and the next round of meetings. */
export const OPEN_CHECK_DAYS = 90;
/** A finished check: two budget years, so that the next one can be laid beside it. */
export const FINISHED_CHECK_MONTHS = 24;
/** The responses of a round after its closing, or after collecting where it is never closed; its results stay. */
export const RESPONSE_MONTHS = 12;
/** A backup: what is deleted from the running system is gone from everywhere after that. */
export const BACKUP_DAYS = 30;

/** An account that nobody signs in to, unless a municipality depends on it: longer than it takes until the next round. */
export const ACCOUNT_MONTHS = 36;

/** A message to another municipality with its answer, or a report: by then both have each other's address, or do without. */
export const CONTACT_MONTHS = 6;

/** A review that nobody handed in, after its grant has ended: a new grant begins anew anyway. */
export const UNFINISHED_REVIEW_MONTHS = 6;

/** A municipality's log: as long as a finished check, so that both can be laid beside each other. */
export const AUDIT_MONTHS = 24;

/** The first day that is still kept of each kind; what is older is deleted today. */
export function keptSince(today: string) {
	return {
		openCheck: addDays(today, -OPEN_CHECK_DAYS),
		finishedCheck: addMonths(today, -FINISHED_CHECK_MONTHS),
		responses: addMonths(today, -RESPONSE_MONTHS),
		backup: addDays(today, -BACKUP_DAYS),
		account: addMonths(today, -ACCOUNT_MONTHS),
		audit: addMonths(today, -AUDIT_MONTHS),
		contact: addMonths(today, -CONTACT_MONTHS),
		unfinishedReview: addMonths(today, -UNFINISHED_REVIEW_MONTHS)
	};
}
