/** Towns with a score for all 18 criteria that go together, and releases over them with their associations. */
import { associate, type CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { planRelease } from '#lib/domain/disclosure/release.ts';
import type { Memory } from '#lib/domain/disclosure/time.ts';
import { mulberry32 } from '#lib/domain/random.ts';

const six = (letter: string) => Array.from({ length: 6 }, (_, index) => `${letter}${index + 1}`);
export const CRITERIA: CriteriaByDimension = { decision: six('D'), administration: six('V'), budget: six('H') };
export const CRITERIA_IDS = Object.values(CRITERIA).flat();

/** A town whose scores hang together by its own level. */
export function associatedTown(index: number, changes: Record<string, number | null> = {}): Member {
	const random = mulberry32(index);
	const level = random();
	const score = () => 1 + Math.round(2 * 4 * (0.5 * level + 0.5 * random())) / 2;
	const scores = Object.fromEntries(CRITERIA_IDS.map((id) => [id, score()]));
	return { id: `town-${index}`, population: 8_000, kind: 'town', state: '05', scores: { ...scores, ...changes } };
}

export const associatedTowns = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => associatedTown(from + index));

/** What stands in each of these releases, one built after the other. */
export function associateAll(
	populations: readonly (readonly Member[])[],
	holders: readonly ReadonlySet<string>[] = []
) {
	const memories: Memory[] = [];
	for (const scored of populations) {
		const plan = planRelease(scored, memories, holders);
		memories.push({ ...plan, association: associate({ ...plan, scored }, CRITERIA, memories, holders) });
	}
	return memories.map(({ association }) => association);
}
