/** What one person can say about one item (M1), without the schemas, which would be a burden for a browser. */
export type { CriterionAnswer, Decision, Importance, ItemAnswer, Level, Rating } from './rating-schema.ts';

export { LEVELS } from './level.ts';
