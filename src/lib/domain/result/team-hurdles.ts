/** D12: what may be known of the hurdles that people named, after collecting has ended. */
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import type { NamedHurdle, Severity } from '#lib/domain/answering/hurdle.ts';
import { TOO_FEW, type TooFew } from '#lib/domain/round/team-item.ts';

export interface TeamHurdle {
	id: string;
	/** how many named it: in a confidential round at least so many, in steps of five, and never fewer than five */
	named: number | TooFew;
	/** mean severity, rounded half up, of those who named it */
	severity: Severity | TooFew;
}

/** A hurdle that was named by enough people to be shown. */
export interface ShownHurdle {
	id: string;
	named: number;
	severity: Severity;
}

/** Those of which enough is known, in their order. */
export function shownHurdles(hurdles: readonly TeamHurdle[]): ShownHurdle[] {
	return hurdles.flatMap(({ id, named, severity }) =>
		typeof named === 'number' && typeof severity === 'number' ? [{ id, named, severity }] : []
	);
}

/**
 * The hurdles that were named most come first, those of which too little is known last and in the order of the ids given:
 * whether nobody or four people named one looks the same.
 * @param ids of all hurdles of the instrument @param people what each person with a submitted response named
 * @param confidential D11: in an open workshop nothing is held back
 */
export function teamHurdles(
	ids: readonly string[],
	people: readonly (readonly NamedHurdle[])[],
	confidential: boolean
): TeamHurdle[] {
	const minimum = confidential ? MEAN_MINIMUM : 1;
	const counted = ids.map((id) => {
		const severities = people.flatMap((named) => named.filter((one) => one.id === id).map(({ severity }) => severity));
		if (severities.length < minimum) return { id, named: TOO_FEW, severity: TOO_FEW };
		const mean = severities.reduce((sum: number, severity) => sum + severity, 0) / severities.length;
		const steps = confidential ? MEAN_MINIMUM : 1;
		const named = severities.length - (severities.length % steps);
		return { id, named, severity: Math.round(mean) as Severity };
	});
	const rank = ({ named }: TeamHurdle) => (typeof named === 'number' ? named : 0);
	return counted.toSorted((left, right) => rank(right) - rank(left));
}
