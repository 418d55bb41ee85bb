/** The least that scoring can cost: means of means in flat arrays, three items a criterion, six criteria a dimension. */
const ITEMS = 3;
const CRITERIA = 6;
const DIMENSIONS = 3;

/** A level as it is; nothing known or nothing that applies. */
export const UNKNOWN = 0;
export const NOT_APPLICABLE = -1;

/** M3–M5 of the check that begins at `offset`; 0 where there is no overall score. */
export function plainOverall(levels: Int8Array, offset: number): number {
	let overall = 0;
	let item = offset;
	for (let dimension = 0; dimension < DIMENSIONS; dimension++) {
		let sum = 0;
		let scored = 0;
		let applicable = 0;
		for (let criterion = 0; criterion < CRITERIA; criterion++) {
			let levelSum = 0;
			let rated = 0;
			let asked = 0;
			for (const end = item + ITEMS; item < end; item++) {
				const level = levels[item] as number;
				if (level !== NOT_APPLICABLE) asked++;
				if (level > UNKNOWN) {
					rated++;
					levelSum += level;
				}
			}
			if (asked === 0) continue;
			applicable++;
			if (3 * rated < 2 * asked) continue;
			scored++;
			sum += levelSum / rated;
		}
		if (scored === 0 || 3 * scored < 2 * applicable) return 0;
		overall += sum / scored;
	}
	return overall / DIMENSIONS;
}
