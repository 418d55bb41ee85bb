/** What an operator is told of a microdata file: how small its combinations are, how varied, and what was coarsened. */
import { z } from 'zod';
import { Combination, type Microdata } from './microdata.ts';
import { schemeOf } from './change.ts';
import { labelOf, placeIn, PLACES, type Placed } from './scheme.ts';
import { countPatterns, shownRows } from './shown.ts';
import { Kind } from '#lib/domain/municipality/municipality.ts';

const Count = z.int().min(0);

export const MicrodataOverview = z.strictObject({
	/** of the file as it is downloaded, in hexadecimal; files from before it was noted have none */
	sha256: z.hash('sha256').optional(),
	rows: Count,
	/** rows of the smallest combination */
	k: Count,
	/** different patterns in the least varied combination that shows scores; null where none does */
	l: Count.nullable(),
	combinations: z.array(
		Combination.pick({ band: true, kind: true, from: true }).extend({ rows: Count, patterns: Count, withheld: Count })
	),
	/** municipalities of this release whose band or kind the file calls other, by what they are */
	coarsened: z.array(
		z.strictObject({ band: z.literal([1, 2, 3, 4, 5, 6]), kind: Kind, count: Count, into: z.string() })
	)
});
export type MicrodataOverview = z.infer<typeof MicrodataOverview>;

/** @param members of this release, whether or not the file shows them already */
export function microdataOverview({ combinations }: Microdata, members: readonly Placed[]): MicrodataOverview {
	const described = combinations.map(({ band, kind, from, rows }) => {
		const shown = shownRows(rows);
		const scores = shown.flat();
		const withheld = scores.filter((score) => score === null).length;
		const patterns = withheld === scores.length ? 0 : countPatterns(shown);
		return { band, kind, from, rows: rows.length, patterns, withheld };
	});
	const varied = described.flatMap(({ patterns }) => (patterns > 0 ? [patterns] : []));
	const scheme = schemeOf({ combinations });
	const coarsened = PLACES.flatMap((place) => {
		const count = members.filter(({ band, kind }) => band === place.band && kind === place.kind).length;
		const into = placeIn(scheme, place);
		return count === 0 || into === labelOf(place) ? [] : [{ ...place, count, into }];
	});
	return {
		rows: described.reduce((sum, { rows }) => sum + rows, 0),
		k: Math.min(...described.map(({ rows }) => rows)),
		l: varied.length > 0 ? Math.min(...varied) : null,
		combinations: described,
		coarsened
	};
}
