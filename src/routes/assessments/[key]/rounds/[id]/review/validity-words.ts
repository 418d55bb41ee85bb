/** Whether a grant holds, and until when, in words. */
import { formatDay } from '#lib/components/format.ts';
import type { GrantValidity } from '#lib/domain/review/grant.ts';
import * as m from '#lib/paraglide/messages.js';

export function validityWords(grant: { validity: GrantValidity; endsOn: string; revokedOn: string | null }): string {
	const { validity, endsOn, revokedOn } = grant;
	if (validity === 'revoked') return m.grant_revoked_on({ day: formatDay(revokedOn ?? endsOn) });
	const day = formatDay(endsOn);
	return validity === 'ended' ? m.grant_ended_on({ day }) : m.grant_valid({ day });
}
