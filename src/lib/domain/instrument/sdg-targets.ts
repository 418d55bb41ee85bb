/** The targets of the 2030 Agenda by their official numbers. */

/** For each goal, 1 … 17: how many numbered targets it has, and how many lettered ones (means of implementation). */
const TARGETS: [numbered: number, lettered: number][] = [
	[5, 2],
	[5, 3],
	[9, 4],
	[7, 3],
	[6, 3],
	[6, 2],
	[3, 2],
	[10, 2],
	[5, 3],
	[7, 3],
	[7, 3],
	[8, 3],
	[3, 2],
	[7, 3],
	[9, 3],
	[10, 2],
	[19, 0]
];

/** The numbers of all 169 targets, `1.1` … `17.19`. */
export const SDG_TARGETS: ReadonlySet<string> = new Set(
	TARGETS.flatMap(([numbered, lettered], index) => [
		...Array.from({ length: numbered }, (_, target) => `${index + 1}.${target + 1}`),
		...['a', 'b', 'c', 'd'].slice(0, lettered).map((letter) => `${index + 1}.${letter}`)
	])
);
