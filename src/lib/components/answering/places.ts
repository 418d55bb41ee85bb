import type { ResolvedPathname } from '$app/types';

/** Where the pages of one questionnaire are, be it a check or a response. */
export interface Places {
	list: ResolvedPathname;
	review: ResolvedPathname;
	/** follows the last criterion; the review where nothing else does */
	hurdles?: ResolvedPathname;
	criterion: (id: string) => ResolvedPathname;
}
