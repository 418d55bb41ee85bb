/** The sizes of D4 and D5, apart from the schemas, which would be a burden for a browser. */

/** D4: so many municipalities must contribute to a number. A constant, so that no setting can lower it. */
export const GROUP_MINIMUM = 10;
/** D4: so many of them must be unknown to any single holder. */
export const UNKNOWN_MINIMUM = 5;
/** D4: quartiles of fewer would name single municipalities by their neighbours. */
export const QUARTILE_MINIMUM = 20;
/** D4: a histogram of fewer has hardly a bar with enough municipalities. */
export const HISTOGRAM_MINIMUM = 30;
/** D5: from so many municipalities on, one more hardly moves a number shown to a tenth. */
export const FINE_MINIMUM = 50;
/** D7: so many municipalities, unknown to each holder, must have changed before a table is renewed. */
export const CHANGE_MINIMUM = 5;
/** D9: coefficients over fewer would be moved by a single municipality by more than they are rounded. */
export const ASSOCIATION_MINIMUM = 50;
