/** The criteria of the questionnaire in use, dimension by dimension. */
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import { criteriaOf, type DimensionId } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

export function criteriaByDimension(): CriteriaByDimension {
	const { instrument } = currentInstrument();
	const idsOf = (dimension: DimensionId) => criteriaOf(instrument, dimension).map(({ id }) => id);
	return { decision: idsOf('decision'), administration: idsOf('administration'), budget: idsOf('budget') };
}
