/** How long texts of a review may be, apart from the schemas, which would be a burden for a browser. */
import { TEXT_MAXIMUM } from '#lib/domain/answering/answer-limits.ts';

/** What either side writes about the whole, in characters: a page. */
export const REVIEW_MAXIMUM = 4_000;
/** One post in a thread, or a reason, in characters. */
export const POST_MAXIMUM = TEXT_MAXIMUM;
