/** The shape of an instrument: one schema checks the texts when they are loaded and gives the types. */
import { z } from 'zod';
import { DIMENSIONS } from './dimension.ts';
import { ROLES } from './role.ts';

/** A text for people, in both languages of the interface. */
export const Text = z.strictObject({ de: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Text = z.infer<typeof Text>;

const TextList = z.strictObject({
	de: z.array(z.string().trim().min(1)).min(1),
	en: z.array(z.string().trim().min(1)).min(1)
});

/** The full variant has all items, the short one the core item of each criterion (M17). */
export const Variant = z.enum(['full', 'short']);
export type Variant = z.infer<typeof Variant>;

export const Item = z.strictObject({
	id: z.string().regex(/^[A-Z]\d\.\d$/),
	core: z.boolean(),
	statement: Text,
	help: Text.optional(),
	/** index 0 describes level 1 */
	levels: z.array(Text).length(5),
	evidence: TextList,
	/** index 0 is the next step from level 1 */
	next: z.array(Text).length(4)
});
export type Item = z.infer<typeof Item>;

export const Criterion = z.strictObject({
	id: z.string().regex(/^[A-Z]\d$/),
	name: Text,
	question: Text,
	why: Text,
	bnk: z.array(z.string()),
	sdg: z.array(z.string()).min(1).max(3),
	roles: z.array(z.enum(ROLES)).min(1),
	items: z.array(Item).length(3)
});
export type Criterion = z.infer<typeof Criterion>;

export const Dimension = z.strictObject({
	id: z.enum(DIMENSIONS),
	name: Text,
	scope: Text,
	criteria: z.array(Criterion).length(6)
});
export type Dimension = z.infer<typeof Dimension>;

const Named = z.strictObject({ value: z.number().int(), name: Text });
const Explained = Named.extend({ meaning: Text });
const Option = z.strictObject({ id: z.string(), name: Text });

export const ProfileField = z.strictObject({
	id: z.string(),
	kind: z.enum(['text', 'choice', 'number', 'year']),
	source: z.enum(['register', 'asked']),
	multiple: z.boolean().optional(),
	name: Text,
	help: Text.optional(),
	options: z.array(Option).optional()
});
export type ProfileField = z.infer<typeof ProfileField>;

export const Version = z.string().regex(/^\d+\.\d+\.\d+$/);

/** The part of an instrument that is not a dimension: levels, options, roles, profile, hurdles, theses, glossary. */
export const Frame = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	version: Version,
	language: z.literal('de'),
	title: Text,
	about: Text,
	licence: z.string(),
	dimensions: z.array(z.enum(DIMENSIONS)).length(3),
	levels: z.array(Explained).length(5),
	instruction: Text,
	options: z.strictObject({
		unknown: z.strictObject({ label: Text, hint: Text }),
		notApplicable: z.strictObject({ label: Text, hint: Text, reason_label: Text })
	}),
	evidence_grades: z.array(Explained).length(4),
	importance: z.array(Named).length(4),
	roles: z.array(z.strictObject({ id: z.enum(ROLES), name: Text, description: Text })),
	profile: z.array(ProfileField),
	hurdles: z.array(
		z.strictObject({ id: z.string(), name: Text, description: Text, remedy: Text, items: z.array(z.string()) })
	),
	hurdle_scale: z.array(Named),
	thesis_sets: z.array(
		z.strictObject({
			id: z.string(),
			name: Text,
			intro: Text,
			theses: z.array(z.strictObject({ id: z.string(), text: Text, items: z.array(z.string()) }))
		})
	),
	thesis_scales: z.strictObject({
		agreement: z.array(Named),
		points: z.strictObject({ total: z.number().int(), label: Text, hint: Text })
	}),
	glossary: z.array(z.strictObject({ term: Text, meaning: Text }))
});
export type Frame = z.infer<typeof Frame>;

export const Instrument = Frame.extend({ dimensions: z.array(Dimension).length(3) });
export type Instrument = z.infer<typeof Instrument>;
