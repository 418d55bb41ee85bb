import type { HurdleAnswer } from './hurdle.ts';
import type { CriterionAnswer, ItemAnswer } from './rating.ts';

/** What is stored as the answer to one question: an item, a criterion, or the hurdles of a round. */
export type AnswerValue = ItemAnswer | CriterionAnswer | HurdleAnswer;
