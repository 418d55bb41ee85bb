/** What the page of a preview shows, with names in its language. */
import { measuresOf } from '#lib/domain/disclosure/benchmark.ts';
import { isWithheld, type Measure, type Reason } from '#lib/domain/disclosure/disclosure.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { overviewOf } from '#lib/domain/release/overview.ts';
import { groupName } from '#lib/components/comparison/group-words.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ReleasePreview } from '#lib/server/releases/release-jobs.ts';
import type { Release } from '#lib/server/releases/releases.ts';

/** One measure of a group, shown or withheld with its reason. */
export interface DetailRow {
	measure: Measure;
	reason?: Reason;
	median?: number;
	q1?: number | undefined;
	q3?: number | undefined;
	carried?: boolean;
}

/** Groups of both variants; for the one that the address names every measure with its reason. */
export function previewPage(
	{ content, sha256, counts, judged, microdata }: ReleasePreview,
	last: Release | undefined,
	url: URL
) {
	const asked = { variant: url.searchParams.get('variant'), group: url.searchParams.get('group') };
	const overview = Variant.options.map((variant) => ({
		variant,
		rows: overviewOf(judged[variant], content.register ?? [], last?.content.tables[variant]).map((row) => ({
			...row,
			name: groupName(row.group)
		}))
	}));
	const { instrument } = currentInstrument();
	const names = instrument.dimensions.flatMap((dimension) => [dimension, ...dimension.criteria]);
	const chosen = Variant.options
		.filter((variant) => variant === asked.variant)
		.flatMap((variant) => judged[variant].filter(({ group }) => group === asked.group))
		.map(({ group, measures }) => ({
			name: groupName(group),
			rows: measuresOf(instrument).flatMap((measure): DetailRow[] => {
				const verdict = measures[measure];
				if (!verdict) return [];
				if (isWithheld(verdict)) return [{ measure, reason: verdict.withheld }];
				const { median, q1, q3, carried } = verdict;
				return [{ measure, median, q1, q3, carried: carried === true }];
			})
		}))[0];
	return {
		number: content.number,
		sha256,
		microdata,
		counts,
		overview: overview.filter(({ variant }) => variant === 'full' || counts[variant] > 0),
		chosen,
		names: Object.fromEntries(names.map(({ id, name }) => [id, pick(name, getLocale())]))
	};
}
