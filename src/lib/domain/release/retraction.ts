/** Characters of the reason for taking a release back, which is told in public. */
export const RETRACTION_REASON = { least: 10, most: 500 } as const;
