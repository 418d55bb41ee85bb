/** The three areas, apart from the schemas of the instrument, which would be a burden for a browser. */
export const DIMENSIONS = ['decision', 'administration', 'budget'] as const;
export type DimensionId = (typeof DIMENSIONS)[number];
