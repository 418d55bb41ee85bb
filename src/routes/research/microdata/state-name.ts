import type { MicrodataState } from '#lib/domain/microdata/request.ts';
import * as m from '#lib/paraglide/messages.js';

const NAMES: Record<MicrodataState, () => string> = {
	waiting: m.microdata_state_waiting,
	refused: m.microdata_state_refused,
	retracted: m.microdata_state_retracted,
	terms: m.microdata_state_terms,
	open: m.microdata_state_open,
	over: m.microdata_state_over
};

/** How far a request has come. */
export const stateName = (state: MicrodataState): string => NAMES[state]();
