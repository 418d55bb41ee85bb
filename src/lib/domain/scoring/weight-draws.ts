/** M14: how many times weights are drawn. */
export const WEIGHT_DRAWS = 1_000;
