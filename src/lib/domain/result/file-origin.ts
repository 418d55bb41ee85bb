/** What files about results share: whose result, by which texts and rules, what came out, and what the ids are called. */
import { z } from 'zod';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { Variant, Version } from '#lib/domain/instrument/schema.ts';
import {
	criteriaOf,
	DIMENSIONS,
	itemsOf,
	LOCALES,
	pick,
	type Locale,
	type Text
} from '#lib/domain/instrument/instrument.ts';
import { Profile } from '#lib/domain/municipality/municipality.ts';
import { Priority } from '#lib/domain/scoring/priorities.ts';
import { AssessmentResult } from '#lib/domain/scoring/result.ts';
import type { ResultAbout } from './view-about.ts';
import type { ResultSource } from './source.ts';
import { Robustness } from '#lib/domain/scoring/robustness.ts';

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Names = z.record(z.string(), z.string());

/** The fields of every file about a result. */
export const originShape = {
	createdOn: Day,
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
	result: AssessmentResult,
	/** M9, most urgent first */
	priorities: z.array(Priority),
	/** M14 */
	robustness: Robustness.nullable(),
	/** the release that the page compares with (D2); null where it shows no comparison */
	comparison: z.strictObject({ release: z.int(), cutoff: Day, demonstration: z.boolean() }).nullable()
};

/** What the ids are called. */
export const namesShape = {
	language: z.enum(LOCALES),
	dimensions: Names,
	criteria: Names,
	items: Names,
	/** index 0 is level and stage 1 */
	levels: z.array(z.string())
};

export interface ToldResult {
	source: ResultSource;
	about: ResultAbout;
	profile: Profile;
	/** as the page shows it */
	comparison: Comparison | undefined;
	locale: Locale;
}

export function originOf({ source, about, profile, comparison }: ToldResult) {
	const { instrument, variant, scope, result, priorities, robustness } = source;
	const { id, version, licence } = instrument;
	return {
		createdOn: about.createdOn,
		profile,
		demonstration: about.demonstration,
		instrument: { id, version, sha256: about.instrument.sha256, licence },
		method: about.method,
		variant,
		scope: scope ?? null,
		result,
		priorities: [...priorities],
		robustness,
		comparison: comparison?.enough ? releaseOf(comparison.release) : null
	};
}

function releaseOf({ number, cutoff, demonstration }: Extract<Comparison, { enough: true }>['release']) {
	return { release: number, cutoff, demonstration };
}

export function namesOf({ instrument, variant, scope }: ResultSource, locale: Locale) {
	return {
		language: locale,
		dimensions: byId(
			instrument.dimensions.filter(({ id }) => !scope || id === scope),
			locale
		),
		criteria: byId(criteriaOf(instrument, scope), locale),
		items: byId(
			itemsOf(instrument, variant, scope).map(({ id, statement }) => ({ id, name: statement })),
			locale
		),
		levels: instrument.levels.map(({ name }) => pick(name, locale))
	};
}

export function byId(list: readonly { id: string; name: Text }[], locale: Locale): Record<string, string> {
	return Object.fromEntries(list.map(({ id, name }) => [id, pick(name, locale)]));
}
