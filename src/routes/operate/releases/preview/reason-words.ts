import type { Reason } from '#lib/domain/disclosure/disclosure.ts';
import * as m from '#lib/paraglide/messages.js';

const WORDS: Record<Reason, () => string> = {
	size: m.publishing_reason_size,
	holder: m.publishing_reason_holder,
	homogeneous: m.publishing_reason_homogeneous,
	complement: m.publishing_reason_complement,
	time: m.publishing_reason_time
};

/** Why something is withheld, for the operator. */
export function reasonWords(reason: Reason): string {
	return WORDS[reason]();
}
