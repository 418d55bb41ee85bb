/** Made-up members of microdata files, and files planned one after the other. */
import type { Microdata, Pattern } from '#lib/domain/microdata/microdata.ts';
import type { Beside } from '#lib/domain/microdata/remainder.ts';
import { planMicrodata, type MicrodataMember } from '#lib/domain/microdata/plan.ts';

export const row = (...pattern: Pattern): Pattern => pattern;

export function somebody(
	id: string,
	band: MicrodataMember['band'],
	kind: MicrodataMember['kind'],
	pattern: Pattern
): MicrodataMember {
	return { id, band, kind, pattern };
}

/** So many of one band and kind, with patterns that are spread over a few values. */
export function rowsOf(
	count: number,
	band: MicrodataMember['band'],
	kind: MicrodataMember['kind'],
	from = 0
): MicrodataMember[] {
	return Array.from({ length: count }, (_, index) => {
		const score = (step: number) => 2 + (Math.floor((from + index) / step) % 3) / 2;
		return somebody(`m${from + index}`, band, kind, [score(1), score(3), score(2)]);
	});
}

/** No tables. */
const NOTHING: Beside = { releases: [], standing: new Map() };

/** The file of each release, one after the other; undefined where there is none. */
export function planFiles(
	releases: readonly (readonly MicrodataMember[])[],
	holders: readonly ReadonlySet<string>[] = []
): (Microdata | undefined)[] {
	const earlier: { file: Microdata | undefined; members: readonly MicrodataMember[] }[] = [];
	for (const members of releases)
		earlier.push({
			file: planMicrodata({ number: earlier.length + 1, members, earlier, holders, beside: NOTHING }),
			members
		});
	return earlier.map(({ file }) => file);
}
