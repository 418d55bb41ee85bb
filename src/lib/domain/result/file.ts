/** The result of a solo check as a file for programs; `docs/result-format.md` explains it field by field. */
import { z } from 'zod';
import { Day, namesOf, namesShape, originOf, originShape, type ToldResult } from './file-origin.ts';
import { SoloInputs } from './frozen.ts';
import { Version } from '#lib/domain/instrument/schema.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { soloInputs } from './solo-inputs.ts';

export const RESULT_FORMAT = 'standort-2030-result';
/** Rises with every change of the shape: the first part where old readers would fail. */
export const RESULT_FORMAT_VERSION = '1.1.0';

export const ResultFile = z.strictObject({
	format: z.literal(RESULT_FORMAT),
	formatVersion: Version,
	/** closed ones never change again */
	state: z.enum(['open', 'closed']),
	/** the last change */
	savedOn: Day,
	closedOn: Day.nullable(),
	...originShape,
	/** whether reasons and notes are in `inputs`; never in a file from a read-only link */
	freeText: z.boolean(),
	/** what counts of what was answered */
	inputs: SoloInputs,
	names: z.strictObject({
		...namesShape,
		/** index 0 is grade 0 */
		evidence: z.array(z.string())
	})
});
export type ResultFile = z.infer<typeof ResultFile>;

interface Told extends ToldResult {
	/** whether reasons and notes are told, too */
	freeText: boolean;
}

export function resultFile({ freeText, ...told }: Told): ResultFile {
	const { source, about, profile, locale } = told;
	const { instrument, answers } = source;
	const inputs = soloInputs(instrument, source, answers);
	return {
		format: RESULT_FORMAT,
		formatVersion: RESULT_FORMAT_VERSION,
		state: about.state,
		savedOn: about.savedOn,
		closedOn: about.closedOn ?? null,
		...originOf({ ...told, profile: freeText ? profile : { ...profile, asked: {} } }),
		freeText,
		inputs: freeText ? inputs : { ...inputs, items: itemsWithoutFreeText(inputs.items) },
		names: {
			...namesOf(source, locale),
			evidence: instrument.evidence_grades.map(({ name }) => pick(name, locale))
		}
	};
}

function itemsWithoutFreeText(items: SoloInputs['items']): SoloInputs['items'] {
	return Object.fromEntries(
		Object.entries(items).map(([id, { rating, evidence }]) => [
			id,
			{ ...(rating !== undefined && { rating }), ...(evidence !== undefined && { evidence }) }
		])
	);
}
