import { resolve } from '$app/paths';
import type { Places } from '#lib/components/answering/places.ts';

/** Where the pages of one's own answers are. */
export const PLACES: Places = {
	list: resolve('/answer'),
	review: resolve('/answer/review'),
	hurdles: resolve('/answer/hurdles'),
	criterion: (criterion) => resolve('/answer/(own)/[criterion=criterion]', { criterion })
};
