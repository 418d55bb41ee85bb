/**
 * The codebook: every variable of the published cells and of the questionnaire behind them, in both languages. It follows
 * from the instrument alone, so it tells nothing about anybody's answers.
 */
import { z } from 'zod';
import { cellVariables } from './cells.ts';
import { itemVariables, measureVariables } from './measures.ts';
import { Variable } from './variable.ts';
import { Version, type Instrument } from '#lib/domain/instrument/schema.ts';

export const CODEBOOK_FORMAT = 'standort-2030-codebook';
/** Rises with every change of the shape: the first part where old readers would fail. */
export const CODEBOOK_FORMAT_VERSION = '1.0.0';

/** What the variables are of, in the order in which they are read. */
export const CODEBOOK_PARTS = ['cells', 'measures', 'items'] as const;
export type CodebookPart = (typeof CODEBOOK_PARTS)[number];

export const Codebook = z.strictObject({
	format: z.literal(CODEBOOK_FORMAT),
	formatVersion: Version,
	/** of labels and descriptions of the cells; texts of the questionnaire have the licence of the instrument */
	licence: z.literal('CC BY 4.0'),
	instrument: z.strictObject({ id: z.string(), version: Version, licence: z.string() }),
	/** the columns of the file of cells, in their order */
	cells: z.array(Variable),
	/** what the column `measure` names: overall score, dimensions, criteria */
	measures: z.array(Variable),
	/** the statements of the questionnaire; nothing is ever published of a single one */
	items: z.array(Variable)
});
export type Codebook = z.infer<typeof Codebook>;

export function codebookOf(instrument: Instrument): Codebook {
	const { id, version, licence } = instrument;
	return {
		format: CODEBOOK_FORMAT,
		formatVersion: CODEBOOK_FORMAT_VERSION,
		licence: 'CC BY 4.0',
		instrument: { id, version, licence },
		cells: cellVariables(instrument),
		measures: measureVariables(instrument),
		items: itemVariables(instrument)
	};
}
