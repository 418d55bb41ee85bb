/** What became of municipalities that a newer register no longer names, as far as areas tell. */

/** An entry as far as the search for successors looks at it. */
export interface Territory {
	key: string;
	/** hectares */
	area: number;
	/** entries follow each other within one region only: the district, for districts the Land */
	region: string;
	/** what is likely to have gone together: the former association */
	group: string | null;
}

/** Areas are remeasured between two registers: a hectare, or a thousandth of large ones, is no difference. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1 + Math.max(a, b) / 1000;

/** Among more than this many gone entries some pair fits any area by chance. */
const FEW = 6;

/**
 * Suggests for each gone entry the entry whose area grew by its area, alone or together with others that went.
 * Only what fits one way is suggested.
 *
 * @param grown entries of the newer register, `area` being what they gained
 * @returns successors' keys by the gone entries' keys
 */
export function suggestSuccessors(gone: Territory[], grown: Territory[]): Map<string, string> {
	const successors = new Map<string, string>();
	for (const region of new Set(gone.map((entry) => entry.region))) {
		const here = (entry: Territory) => entry.region === region;
		const open = () => gone.filter((entry) => here(entry) && !successors.has(entry.key));
		const takers = grown.filter(here);
		for (const candidates of [singles, formerGroups, fewTogether]) {
			const used = new Set(successors.values());
			for (const [taker, parts] of onlyFits(
				candidates(open()),
				takers.filter(({ key }) => !used.has(key))
			)) {
				for (const part of parts) successors.set(part.key, taker.key);
			}
		}
	}
	return successors;
}

const singles = (open: Territory[]) => open.map((entry) => [entry]);

function formerGroups(open: Territory[]): Territory[][] {
	return [...Map.groupBy(open, (entry) => entry.group).values()].filter((group) => group.length > 1);
}

/** All that are left, and all pairs of few. */
function fewTogether(open: Territory[]): Territory[][] {
	const pairs = open.flatMap((a, index) => open.slice(index + 1).map((b) => [a, b]));
	return [...(open.length > 2 ? [open] : []), ...(open.length <= FEW ? pairs : [])];
}

/** The pairs of taker and candidate in which neither fits a second time. */
function onlyFits(candidates: Territory[][], takers: Territory[]): [Territory, Territory[]][] {
	const fits = takers.flatMap((taker) =>
		candidates
			.filter((parts) =>
				near(
					parts.reduce((sum, { area }) => sum + area, 0),
					taker.area
				)
			)
			.map((parts): [Territory, Territory[]] => [taker, parts])
	);
	return fits.filter(([taker, parts]) =>
		fits.every(
			([other, others]) => (other === taker) === (others === parts) && (other === taker || disjoint(parts, others))
		)
	);
}

const disjoint = (a: Territory[], b: Territory[]) => a.every((entry) => !b.includes(entry));
