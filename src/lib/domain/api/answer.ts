/**
 * What the public interface answers. Its description is made from these schemas, every answer is checked by them before
 * it goes out, and what they say of releases is what the file of a release says (`disclosure-release.ts`).
 */
import { z } from 'zod';
import { Variable } from '#lib/domain/codebook/variable.ts';
import { Measure } from '#lib/domain/disclosure/disclosure.ts';
import { Cell } from '#lib/domain/disclosure/cell.ts';
import { Association } from '#lib/domain/disclosure/coefficients.ts';
import { Group } from '#lib/domain/disclosure/group.ts';
import { Bar } from '#lib/domain/disclosure/histogram.ts';
import { ReleaseContent, Table } from '#lib/domain/disclosure/release.ts';
import { Text, Variant } from '#lib/domain/instrument/schema.ts';

const { number, cutoff, demonstration, licence, methods, instruments } = ReleaseContent.shape;
const Day = z.iso.date();
const Path = z.string().regex(/^\/[\w./?=&%:-]*$/);

export const Retraction = z
	.strictObject({
		retractedOn: Day,
		// What is stored is told, however long a reason the form asks for today.
		reason: z.string().describe('as the operator has put it, in German as a rule')
	})
	.describe('Why and when a release was taken back. Its values are not shown any more.');

const Released = {
	number: number.describe('number of the release, counted from 1'),
	cutoff: cutoff.describe('what was closed and agreed to before this day counts'),
	builtOn: Day.describe('day of publication'),
	demonstration: demonstration.describe('true where municipalities and values are made up')
};

export const ReleaseSummary = z
	.strictObject({ ...Released, retraction: Retraction.optional() })
	.describe('A release in the list of all');
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

export const ReleaseList = z.strictObject({
	latest: number.optional().describe('number of the release in force; absent before the first'),
	releases: z.array(ReleaseSummary).describe('all releases, the last one first, those that were taken back too')
});
export type ReleaseList = z.infer<typeof ReleaseList>;

export const ReleaseAbout = z.strictObject({
	...Released,
	licence: licence.describe('licence of the values'),
	methods: methods.describe('versions of the method behind them, oldest first'),
	instruments: instruments.describe('versions of the questionnaire behind them, oldest first'),
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.describe('SHA-256 of the file'),
	file: Path.describe('everything that the release holds in one file, as the SHA-256 was taken over it'),
	twin: Path.describe(
		'synthetic twin as CSV: made-up municipalities, drawn from the published numbers alone; not fit for statements about real ones'
	)
});
export type ReleaseAbout = z.infer<typeof ReleaseAbout>;

/** Which release the values are of, and under which licence. */
const Source = {
	release: Released.number,
	cutoff: Released.cutoff,
	licence: licence.describe('licence of the values')
};

const AtLeast = Table.shape.n.describe('so many municipalities at least: rounded down to a multiple of five');

export const ReleaseGroup = z
	.strictObject({
		group: Group,
		name: Text,
		register: z.int().min(1).optional().describe('entries of the official register in the group, where it is known'),
		n: z
			.strictObject({ full: AtLeast.optional(), short: AtLeast.optional() })
			.describe(
				'municipalities by length of the questionnaire; absent where nothing of the group is shown, be it empty or withheld'
			)
	})
	.describe('A peer group');
export type ReleaseGroup = z.infer<typeof ReleaseGroup>;

export const GroupList = z.strictObject({
	...Source,
	groups: z.array(ReleaseGroup).describe('every peer group that there is, always all and in the same order')
});
export type GroupList = z.infer<typeof GroupList>;

export const ReleaseCell = z
	.strictObject({
		variant: Variant,
		group: Group,
		measure: Measure,
		n: AtLeast,
		median: Cell.shape.median.describe('rounded to 0.2, in large groups to 0.1'),
		q1: Cell.shape.q1.describe('lower quartile, rounded alike; absent in small groups'),
		q3: Cell.shape.q3.describe('upper quartile, rounded alike; absent in small groups'),
		histogram: z
			.array(Bar)
			.optional()
			.describe('rounded levels, neighbouring ones joined, with their share in percent; absent in small groups'),
		carriedFrom: Cell.shape.carriedFrom.describe(
			'number of the earlier release that the cell stands unchanged from; absent where it is new'
		)
	})
	.describe('A published value. What is withheld is not there, exactly as what is empty.');
export type ReleaseCell = z.infer<typeof ReleaseCell>;

export const CellPage = z.strictObject({
	...Source,
	total: z.int().min(0).describe('cells that were asked for, on all pages'),
	offset: z.int().min(0).describe('cells before the first of this page'),
	limit: z.int().min(1).describe('cells on a page at most'),
	next: Path.optional().describe('the next page; absent on the last'),
	cells: z.array(ReleaseCell).describe('in a fixed order: length of the questionnaire, group, measure')
});
export type CellPage = z.infer<typeof CellPage>;

export const VariantAssociation = z
	.strictObject({
		variant: Variant,
		carriedFrom: Association.shape.carriedFrom.describe(
			'number of the earlier release that they stand unchanged from; absent where they are new'
		),
		correlations: Association.shape.correlations.describe(
			'Spearman’s rank correlations (rho) of two criteria, each pair once, rounded to 0.05'
		),
		reliability: Association.shape.reliability.describe('Cronbach’s α by dimension, rounded to 0.05')
	})
	.describe('How the criteria go together. What is withheld is not there, exactly as what does not exist.');
export type VariantAssociation = z.infer<typeof VariantAssociation>;

export const AssociationList = z.strictObject({
	...Source,
	associations: z.array(VariantAssociation).describe('by length of the questionnaire; empty where nothing is shown')
});
export type AssociationList = z.infer<typeof AssociationList>;

/** The parts of the answers that have a name of their own in the description. */
export const NAMED = {
	...{ Group, Measure, Variant, Bar, Retraction, ReleaseSummary, ReleaseGroup, ReleaseCell, VariantAssociation },
	Variable
};
