/** Free text stays with its author: whoever reads a result by a link, or takes it away from there, never gets it. */
import type { ItemView } from './view-dimension.ts';
import type { ResultView } from './view.ts';

/** The view without the reasons and notes that somebody wrote. */
export function viewWithoutFreeText(view: ResultView): ResultView {
	return {
		...view,
		dimensions: view.dimensions.map((dimension) => ({
			...dimension,
			criteria: dimension.criteria.map((criterion) => ({
				...criterion,
				items: criterion.items.map(itemWithoutFreeText)
			}))
		}))
	};
}

function itemWithoutFreeText({ id, statement, state, level, text, evidence }: ItemView): ItemView {
	return {
		...{ id, statement, state },
		...(level !== undefined && { level }),
		...(text !== undefined && { text }),
		...(evidence !== undefined && { evidence })
	};
}
