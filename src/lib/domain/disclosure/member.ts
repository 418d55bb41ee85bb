/** D1: who counts in a release. */
import type { Variant } from '#lib/domain/instrument/instrument.ts';

/** What is known about a closed assessment when a release is built. Days are `YYYY-MM-DD`. */
export interface ClosedAssessment {
	id: string;
	mode: 'solo' | 'confidential' | 'open';
	variant: Variant;
	/** a dimension where only that one was assessed */
	scope: string | null;
	/** null for trials and everything else that is not a municipality's own */
	municipalityKey: string | null;
	instrumentVersion: string;
	closedOn: string | null;
	comparisonAgreedOn: string | null;
	demonstration: boolean;
}

/** A closed assessment that may stand for its municipality. */
export type Round = ClosedAssessment & { municipalityKey: string; closedOn: string };

/**
 * D1: whether this is a whole round of a municipality, closed and agreed to before the cut-off. Made-up rounds count in
 * demonstration releases only, and real ones never there. Whoever withdraws an agreement clears it on every round.
 */
export function mayCount(assessment: ClosedAssessment, cutoff: string, demonstration: boolean): assessment is Round {
	const { mode, scope, municipalityKey, closedOn, comparisonAgreedOn } = assessment;
	return (
		mode !== 'solo' &&
		scope === null &&
		municipalityKey !== null &&
		closedOn !== null &&
		closedOn < cutoff &&
		comparisonAgreedOn !== null &&
		comparisonAgreedOn < cutoff &&
		assessment.demonstration === demonstration
	);
}

/** D1: one round per municipality: full before short, then the later instrument version, then the latest closing. */
export function chooseRounds(
	assessments: Iterable<ClosedAssessment>,
	cutoff: string,
	demonstration: boolean
): Record<Variant, Round[]> {
	const chosen = new Map<string, Round>();
	for (const assessment of assessments) {
		if (!mayCount(assessment, cutoff, demonstration)) continue;
		const other = chosen.get(assessment.municipalityKey);
		if (!other || standsBefore(assessment, other)) chosen.set(assessment.municipalityKey, assessment);
	}
	const rounds = [...chosen.values()].sort((a, b) => (a.municipalityKey < b.municipalityKey ? -1 : 1));
	return {
		full: rounds.filter(({ variant }) => variant === 'full'),
		short: rounds.filter(({ variant }) => variant === 'short')
	};
}

function standsBefore(round: Round, other: Round): boolean {
	if (round.variant !== other.variant) return round.variant === 'full';
	const version = compareVersions(round.instrumentVersion, other.instrumentVersion);
	if (version !== 0) return version > 0;
	return round.closedOn === other.closedOn ? round.id > other.id : round.closedOn > other.closedOn;
}

/** Orders `major.minor.patch`: negative where `a` is the earlier. */
export function compareVersions(a: string, b: string): number {
	const other = b.split('.').map(Number);
	const difference = a.split('.').map((part, index) => Number(part) - (other[index] ?? 0));
	return difference.find((step) => step !== 0) ?? 0;
}
