import type { AgreementKind } from '#lib/domain/result/team-charts.ts';
import * as m from '#lib/paraglide/messages.js';

export const agreementNames: Record<AgreementKind, () => string> = {
	strong: m.meeting_agreement_strong,
	moderate: m.meeting_agreement_moderate,
	weak: m.meeting_agreement_weak,
	none: m.team_agreement_not_told
};
