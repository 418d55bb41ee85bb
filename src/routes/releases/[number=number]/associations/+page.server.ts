import { Variant } from '#lib/domain/instrument/schema.ts';
import { criteriaByDimension } from '#lib/server/releases/criteria.ts';
import { measureNames, requireShownRelease } from '../shown-release.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = ({ params }) => {
	const release = requireShownRelease(params.number);
	const { number, demonstration, associations } = release.content;
	return {
		number,
		demonstration,
		names: measureNames(release),
		criteria: Object.values(criteriaByDimension()).flat(),
		shown: Variant.options.flatMap((variant) => {
			const association = associations?.[variant];
			return association ? [{ variant, association }] : [];
		})
	};
};
