import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';

/** The share (0–1) of all ways in which so many people can tick levels whose agreement meets a condition. */
export function shareByChance(people: number, holds: (levels: readonly Level[]) => boolean): number {
	const all = combinations(people);
	return all.filter(holds).length / all.length;
}

function combinations(people: number): Level[][] {
	if (people === 0) return [[]];
	return combinations(people - 1).flatMap((levels) => LEVELS.map((level) => [...levels, level]));
}
