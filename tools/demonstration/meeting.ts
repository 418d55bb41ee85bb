/** What the consensus meeting of a made-up round decides: the most disputed statements, with reasons. */
import { agendaOf } from '#lib/domain/meeting/agenda.ts';
import type { TeamInputs } from '#lib/domain/result/frozen.ts';
import { itemsOf, type Instrument, type Variant } from '#lib/domain/instrument/instrument.ts';
import { ratingsOfItem, type ItemRatings } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Chance } from './chance.ts';
import { nearestLevel } from './responses.ts';

/** An evening is over after so many. */
const MOST_DECISIONS = 12;
/** Meetings talk the level up or down by so much. */
const SWAY = 0.5;

const REASONS = [
	'Der Beschluss liegt vor, die Umsetzung hat begonnen.',
	'Gilt bisher nur in einzelnen Fachbereichen.',
	'Die Dienstanweisung wird noch nicht überall angewandt.',
	'Im letzten Haushaltsjahr zum ersten Mal vollständig durchgeführt.',
	'Es gibt den Entwurf; beschlossen ist er noch nicht.',
	'Wir sind uns einig, dass die niedrigere Stufe die Lage besser trifft.'
];
const NOT_HERE = 'Die Einrichtung gibt es bei uns nicht.';

export function makeDecisions(
	instrument: Instrument,
	variant: Variant,
	respondents: readonly Respondent[],
	chance: Chance
): TeamInputs['decisions'] {
	const rated = itemsOf(instrument, variant).map(({ id }) => ({ id, ratings: ratingsOfItem(respondents, id) }));
	const agenda = agendaOf(rated).slice(0, chance.whole(0, MOST_DECISIONS));
	return Object.fromEntries(
		agenda.flatMap(({ item }) => {
			const decided = decide(ratingsOfItem(respondents, item), chance);
			return decided ? [[item, decided]] : [];
		})
	);
}

function decide({ levels, notApplicable }: ItemRatings, chance: Chance): TeamInputs['decisions'][string] | undefined {
	if (levels.length === 0) return undefined;
	if (notApplicable > levels.length) return { decision: 'notApplicable', reason: NOT_HERE };
	const mean = levels.reduce((sum: number, level) => sum + level, 0) / levels.length;
	const reason = reasonFrom(chance);
	return { decision: nearestLevel(mean + chance.normal(0, SWAY)), reason };
}

/** One of the reasons that meetings write down. */
export function reasonFrom(chance: Chance): string {
	return REASONS[chance.whole(0, REASONS.length - 1)] ?? '';
}
