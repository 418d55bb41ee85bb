import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Localised } from '#lib/domain/instrument/localise.ts';

/** The instrument in one language, as the parts of this page take it. */
export type Sheet = Localised<Instrument>;
export type CriterionSheetTexts = Sheet['dimensions'][number]['criteria'][number];
export type ItemSheetTexts = CriterionSheetTexts['items'][number];
