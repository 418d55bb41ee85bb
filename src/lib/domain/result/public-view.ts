/** What everybody may see of a result that a municipality has published. */
import type { ResultView } from './view.ts';

/**
 * Stages, scores and the profile of the criteria. What was answered, what is to be done next, what matters most to the
 * municipality and where it wants to get to stay with it.
 */
export function publicView(view: ResultView): ResultView {
	return {
		...view,
		steps: [],
		priorities: [],
		robustness: null,
		dimensions: view.dimensions.map((dimension) => ({
			...dimension,
			missing: [],
			criteria: dimension.criteria.map(
				({ id, name, dimension: of, score, notApplicable, applicable, rated, lower, upper }) => ({
					...{ id, name, dimension: of, score, notApplicable, applicable, rated, lower, upper },
					items: []
				})
			)
		}))
	};
}
