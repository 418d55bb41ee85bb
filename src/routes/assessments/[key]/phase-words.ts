/** The phases of a round in words; a phase without words does not compile. */
import type { Phase } from '#lib/domain/round/round.ts';
import * as m from '#lib/paraglide/messages.js';

export const phaseNames: Record<Phase, () => string> = {
	draft: m.round_phase_draft,
	collecting: m.round_phase_collecting,
	consensus: m.round_phase_consensus,
	closed: m.round_phase_closed
};

/** What happens in it, and what it ends for good (D11). */
export const phaseTexts: Record<Phase, () => string> = {
	draft: m.round_phase_draft_text,
	collecting: m.round_phase_collecting_text,
	consensus: m.round_phase_consensus_text,
	closed: m.round_phase_closed_text
};
