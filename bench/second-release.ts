import { mulberry32 } from '#lib/domain/random.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { planRelease } from '#lib/domain/disclosure/release.ts';
import { KINDS } from '#lib/domain/municipality/municipality.ts';

const SEED = 2030;
const STATES = 16;
const MEASURES = Array.from({ length: 22 }, (_, index) => `D${index % 10}${index}`);
/** A measure for which some have no score, so that its tables are chosen apart. */
const WITH_GAPS = MEASURES[0] as string;
const GAPS = 0.05;
/** One of each band. */
const POPULATIONS = [3_000, 8_000, 15_000, 30_000, 70_000, 200_000];

/** Each holder knows so many besides the public ones. */
const OWN = 4;

/** How many municipalities show their results to everybody, and how many accounts know those and a few others (D4). */
export interface Known {
	open: number;
	holders: number;
}

/**
 * Plans a release of municipalities spread evenly over bands, kinds and Länder, then a second one in which some have moved
 * to other groups with other scores, and as many have come: few in each group, which is hardest for D7.
 *
 * @returns seconds of processor time of the second
 */
export function planSecondRelease(
	municipalities: number,
	changes: number,
	known: Known = { open: 0, holders: 0 }
): number {
	const chance = mulberry32(SEED);
	const pick = <T>(some: readonly T[]) => some[Math.floor(chance() * some.length)] as T;
	const member = (index: number): Member => ({
		id: `m${index}`,
		population: pick(POPULATIONS),
		kind: pick(KINDS),
		state: String((index % STATES) + 1).padStart(2, '0'),
		scores: Object.fromEntries(
			MEASURES.map((measure) => [measure, measure === WITH_GAPS && chance() < GAPS ? null : 1 + 4 * chance()])
		)
	});
	const first = Array.from({ length: municipalities }, (_, index) => member(index));
	const second = [...first];
	for (let change = 0; change < changes; change++) {
		const index = Math.floor(chance() * municipalities);
		second[index] = member(index);
		second.push(member(municipalities + change));
	}
	const some = (count: number) => Array.from({ length: count }, () => pick(second).id);
	const open = some(known.open);
	const holders = Array.from({ length: known.holders }, () => new Set([...some(OWN), ...open]));
	const before = planRelease(first, [], holders);
	const start = process.cpuUsage();
	planRelease(second, [before], holders);
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1e6;
}
