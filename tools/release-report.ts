// What the commands that build a release say about it.
import { GROUP_MINIMUM } from '#lib/domain/disclosure-minimum.ts';
import type { BuildOutcome, BuildRefusal } from '#lib/server/releases.ts';

const REFUSALS: Record<BuildRefusal, string> = {
	building: 'Es wird gerade schon ein Release gebaut. · A release is being built already.',
	later: 'Der Stichtag liegt in der Zukunft. · The cut-off lies in the future.',
	notFirst: `Es gibt schon ein Release. Ein weiteres könnte zusammen mit dem ersten einzelne Kommunen verraten. Solange das nicht geprüft werden kann (Regel D7), wird keines gebaut.
There is a release already. Another one could, together with the first, give away single municipalities. As long as this cannot be checked (rule D7), none is built.`,
	tooFew: `Es gibt noch zu wenige Kommunen für auch nur eine Zahl (nötig sind ${GROUP_MINIMUM}). Nichts wurde veröffentlicht.
There are too few municipalities for even one number (${GROUP_MINIMUM} are needed). Nothing was published.`
};

/** Tells on a terminal, in one line, how far the build is. */
export function showProgress(done: number, total: number): void {
	if (!process.stderr.isTTY) return;
	process.stderr.write(`\rRunden gelesen · rounds read: ${done} / ${total}${done === total ? '\n' : ''}`);
}

/** What came of a build, in words for the operator: the numbers are exact and not for publication. */
export function describeOutcome(outcome: BuildOutcome): string {
	if ('refused' in outcome) return REFUSALS[outcome.refused];
	const { release, counts } = outcome;
	const { number, cutoff, demonstration, tables } = release.content;
	const measures = [...tables.full, ...tables.short].flatMap(({ cells }) => Object.keys(cells));
	return [
		`Release ${number}${demonstration ? ' (Demonstration)' : ''} · Stichtag · cut-off: ${cutoff}`,
		`Kommunen · municipalities: ${counts.full} (vollständig · full), ${counts.short} (kurz · short)`,
		`Veröffentlichte Messgrößen · published measures: ${measures.length}`,
		`SHA-256: ${release.sha256}`
	].join('\n');
}
