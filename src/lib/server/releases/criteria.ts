/** The criteria of a questionnaire, dimension by dimension. */
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import { criteriaOf, type DimensionId, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

/** @param instrument the one in use unless another is named */
export function criteriaByDimension(instrument: Instrument = currentInstrument().instrument): CriteriaByDimension {
	const idsOf = (dimension: DimensionId) => criteriaOf(instrument, dimension).map(({ id }) => id);
	return { decision: idsOf('decision'), administration: idsOf('administration'), budget: idsOf('budget') };
}
