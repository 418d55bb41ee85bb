/** The result of a solo check as a file for programs; `docs/result-format.md` explains it field by field. */
import { z } from 'zod';
import { SoloInputs } from './frozen.ts';
import {
	criteriaOf,
	DIMENSIONS,
	itemsOf,
	LOCALES,
	pick,
	Variant,
	Version,
	type Locale,
	type Text
} from './instrument.ts';
import { Profile } from './municipality.ts';
import { Priority } from './priorities.ts';
import { AssessmentResult } from './result.ts';
import type { ResultAbout } from './result-view-about.ts';
import type { ResultSource } from './result-source.ts';
import { Robustness } from './robustness.ts';
import { soloInputs } from './solo-inputs.ts';

export const RESULT_FORMAT = 'standort-2030-result';
/** Rises with every change of the shape: the first part where old readers would fail. */
export const RESULT_FORMAT_VERSION = '1.0.0';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Names = z.record(z.string(), z.string());

export const ResultFile = z.strictObject({
	format: z.literal(RESULT_FORMAT),
	formatVersion: Version,
	/** closed ones never change again */
	state: z.enum(['open', 'closed']),
	createdOn: Day,
	/** the last change */
	savedOn: Day,
	closedOn: Day.nullable(),
	/** whose result it is; `trial` marks one that stands for no municipality; without `asked` in a file from a link */
	profile: Profile,
	/** everything in it is made up */
	demonstration: z.boolean(),
	/** `sha256` is that of the canonical JSON; `licence` is that of the texts */
	instrument: z.strictObject({
		id: z.string(),
		version: Version,
		sha256: z.string().regex(/^[0-9a-f]{64}$/),
		licence: z.string()
	}),
	/** version of the rules M1–M17 */
	method: Version,
	variant: Variant,
	/** the one dimension that was assessed */
	scope: z.enum(DIMENSIONS).nullable(),
	/** whether reasons and notes are in `inputs`; never in a file from a read-only link */
	freeText: z.boolean(),
	/** what counts of what was answered */
	inputs: SoloInputs,
	result: AssessmentResult,
	/** M9, most urgent first */
	priorities: z.array(Priority),
	/** M14 */
	robustness: Robustness.nullable(),
	/** what the ids are called */
	names: z.strictObject({
		language: z.enum(LOCALES),
		dimensions: Names,
		criteria: Names,
		items: Names,
		/** index 0 is level and stage 1 */
		levels: z.array(z.string()),
		/** index 0 is grade 0 */
		evidence: z.array(z.string())
	})
});
export type ResultFile = z.infer<typeof ResultFile>;

interface Told {
	source: ResultSource;
	about: ResultAbout;
	profile: Profile;
	locale: Locale;
	/** whether reasons and notes are told, too */
	freeText: boolean;
}

export function resultFile({ source, about, profile, locale, freeText }: Told): ResultFile {
	const { instrument, variant, scope, result, priorities, robustness, answers } = source;
	const inputs = soloInputs(instrument, source, answers);
	const { id, version, licence } = instrument;
	return {
		format: RESULT_FORMAT,
		formatVersion: RESULT_FORMAT_VERSION,
		state: about.state,
		createdOn: about.createdOn,
		savedOn: about.savedOn,
		closedOn: about.closedOn ?? null,
		profile: freeText ? profile : { ...profile, asked: {} },
		demonstration: about.demonstration,
		instrument: { id, version, sha256: about.instrument.sha256, licence },
		method: about.method,
		variant,
		scope: scope ?? null,
		freeText,
		inputs: freeText ? inputs : { ...inputs, items: itemsWithoutFreeText(inputs.items) },
		result,
		priorities: [...priorities],
		robustness,
		names: {
			language: locale,
			dimensions: namesOf(
				instrument.dimensions.filter((one) => !scope || one.id === scope),
				locale
			),
			criteria: namesOf(criteriaOf(instrument, scope), locale),
			items: namesOf(
				itemsOf(instrument, variant, scope).map((item) => ({ id: item.id, name: item.statement })),
				locale
			),
			levels: instrument.levels.map(({ name }) => pick(name, locale)),
			evidence: instrument.evidence_grades.map(({ name }) => pick(name, locale))
		}
	};
}

function namesOf(list: readonly { id: string; name: Text }[], locale: Locale): Record<string, string> {
	return Object.fromEntries(list.map(({ id, name }) => [id, pick(name, locale)]));
}

function itemsWithoutFreeText(items: SoloInputs['items']): SoloInputs['items'] {
	return Object.fromEntries(
		Object.entries(items).map(([id, { rating, evidence }]) => [
			id,
			{ ...(rating !== undefined && { rating }), ...(evidence !== undefined && { evidence }) }
		])
	);
}
