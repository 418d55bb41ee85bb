import type { ResolvedPathname } from '$app/types';

/** Where the pages of one questionnaire are, be it a check or a response. */
export interface Places {
	list: ResolvedPathname;
	/** follows the last criterion */
	review: ResolvedPathname;
	criterion: (id: string) => ResolvedPathname;
}
