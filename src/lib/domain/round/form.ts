/** The settings of a round as a form holds them: text, and named like its fields. */
import { z } from 'zod';
import { Extent, extentOf } from '#lib/domain/answering/check-start.ts';
import { deadlineProblem, RoundSettings } from './round.ts';

export interface TypedSettings {
	title: string;
	/** short, full or a dimension */
	extent: string;
	mode: string;
	/** a day, or empty */
	collectUntil: string;
	leaders: string[];
	/** `yes` or empty */
	resultForRespondents: string;
	remindersMost: string;
}
export type SettingsField = keyof TypedSettings;

const typedOn = (today: string) =>
	z.object({
		title: RoundSettings.shape.title,
		extent: Extent,
		mode: RoundSettings.shape.mode,
		collectUntil: z.literal('').or(z.iso.date().refine((day) => deadlineProblem(day, today) === undefined)),
		leaders: z
			.array(z.string().trim())
			.transform((named) => [...new Set(named.filter(Boolean))])
			.pipe(RoundSettings.shape.leaders),
		resultForRespondents: z.string(),
		remindersMost: z.string().regex(/^\d$/).transform(Number).pipe(RoundSettings.shape.remindersMost)
	});

/** The settings, or the fields that cannot be accepted, in their order. */
export function readSettings(typed: TypedSettings, today: string): RoundSettings | { wrong: SettingsField[] } {
	const read = typedOn(today).safeParse(typed);
	if (!read.success) return { wrong: [...new Set(read.error.issues.map(({ path }) => path[0] as SettingsField))] };
	const { extent, collectUntil, resultForRespondents, ...rest } = read.data;
	return {
		...{ ...rest, ...extentOf(extent) },
		collectUntil: collectUntil || undefined,
		resultForRespondents: resultForRespondents === 'yes'
	};
}

/** Settings as the form shows them. */
export function typedFrom(settings: RoundSettings): TypedSettings {
	const { title, variant, scope, mode, collectUntil, leaders, resultForRespondents, remindersMost } = settings;
	return {
		...{ title, mode, leaders, extent: scope ?? variant, collectUntil: collectUntil ?? '' },
		resultForRespondents: resultForRespondents ? 'yes' : '',
		remindersMost: String(remindersMost)
	};
}

/** What most municipalities will want. Only the full variant counts in the comparison first (D1). */
export const USUAL_SETTINGS: RoundSettings = {
	...{ title: '', variant: 'full', mode: 'confidential', leaders: [], resultForRespondents: true, remindersMost: 2 }
};
