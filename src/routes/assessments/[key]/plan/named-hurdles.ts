import { actionsAgainst } from '#lib/domain/plan/action-hurdle.ts';
import type { Action } from '#lib/domain/plan/action.ts';
import { pick, type Locale } from '#lib/domain/instrument/instrument.ts';
import { database } from '#lib/server/database.ts';
import { findShownHurdles } from '#lib/server/rounds/hurdles.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

/** A hurdle as the plan shows it, in one language. */
export interface NamedHurdle {
	id: string;
	name: string;
	description: string;
	remedy: string;
	/** D12: in a confidential round at least so many */
	named: number;
	severity: string;
	/** actions that are to clear it away */
	actions: { id: string; title: string }[];
}

/** D12: what stands in the way by a closed round, with what helps and what is done about it. */
export function namedHurdles(round: Round, actions: readonly Action[], locale: Locale): NamedHurdle[] {
	const { instrument } = requireInstrument(round);
	return findShownHurdles(database(), round, instrument).flatMap(({ id, named, severity }) => {
		const hurdle = instrument.hurdles.find((one) => one.id === id);
		const words = instrument.hurdle_scale.find(({ value }) => value === severity);
		if (!hurdle || !words) return [];
		return [
			{
				...{ id, named, name: pick(hurdle.name, locale), severity: pick(words.name, locale) },
				...{ description: pick(hurdle.description, locale), remedy: pick(hurdle.remedy, locale) },
				actions: actionsAgainst(id, actions).map(({ id: action, title }) => ({ id: action, title }))
			}
		];
	});
}
