// What the commands that build a release say about it.
import { GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import type { BuildOutcome, BuildRefusal } from '#lib/server/releases/release-building.ts';

const REFUSALS: Record<BuildRefusal, string> = {
	building: 'Es wird gerade schon ein Release gebaut. · A release is being built already.',
	later: 'Der Stichtag liegt in der Zukunft. · The cut-off lies in the future.',
	earlier: 'Der Stichtag liegt vor dem des letzten Releases. · The cut-off lies before that of the last release.',
	changed: 'Seit der Vorschau hat sich etwas geändert. · Something has changed since the preview.',
	keyDiffers: `Der Schlüssel releases.key ist ein anderer als der, mit dem frühere Releases gebaut wurden. Ohne ihn lässt sich nicht prüfen, ob sich aus beiden zusammen einzelne Kommunen ablesen lassen (Regel D7).
The key releases.key is another one than that with which earlier releases were built. Without it nobody can check whether both together give away single municipalities (rule D7).`,
	memoryMissing: `Zu einem früheren Release fehlt, was zur Prüfung nötig ist (Regel D7). Es wird keines gebaut.
What the check needs of an earlier release is missing (rule D7). None is built.`,
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
