import { resolve } from '$app/paths';
import type { Places } from '#lib/components/answering/places.ts';

/** Where the pages of a check are. */
export function placesOf(id: string): Places {
	return {
		list: resolve('/check/[id]', { id }),
		review: resolve('/check/[id]/review', { id }),
		criterion: (criterion) => resolve('/check/[id]/[criterion=criterion]', { id, criterion })
	};
}
