/** Municipalities: kinds, population bands and the profile that an assessment carries. */
import { z } from 'zod';

export const KINDS = ['district', 'independentCity', 'town', 'municipality', 'association'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** Land, by its official two digits `01` Schleswig-Holstein … `16` Thüringen. */
export const State = z.string().regex(/^(0[1-9]|1[0-6])$/);

/** Upper limits of the bands 1 … 5, inclusive; band 6 is everything above (D3). */
export const BAND_LIMITS = [5_000, 10_000, 20_000, 50_000, 100_000] as const;
/** Ids of the bands 1 … 6 in the instrument's profile. */
export const BANDS = ['upTo5000', 'upTo10000', 'upTo20000', 'upTo50000', 'upTo100000', 'over100000'] as const;
export type Band = 1 | 2 | 3 | 4 | 5 | 6;

/** D3: the population band 1 (≤ 5 000) … 6 (> 100 000). */
export function bandOf(population: number): Band {
	const index = BAND_LIMITS.findIndex((limit) => population <= limit);
	return (index < 0 ? BAND_LIMITS.length + 1 : index + 1) as Band;
}

/** The register's part of a profile. `key` is the official key: 8 digits, 5 for districts, 9 for associations. */
export const ProfileMunicipality = z.strictObject({
	key: z
		.string()
		.regex(/^\d{5}(\d{3,4})?$/)
		.optional(),
	name: z.string().trim().min(1).max(200),
	kind: Kind,
	state: State,
	population: z.int().min(0).max(20_000_000)
});
export type ProfileMunicipality = z.infer<typeof ProfileMunicipality>;

/**
 * Who is assessed. A trial has no municipality. `answersFor` names the village whose association answers for it.
 * `asked` holds the profile questions of the instrument by field id; several choices as a list.
 */
export const Profile = z.strictObject({
	source: z.enum(['register', 'manual', 'trial']),
	municipality: ProfileMunicipality.optional(),
	answersFor: z.strictObject({ key: z.string(), name: z.string().max(200) }).optional(),
	asked: z.record(z.string(), z.union([z.string().max(100), z.number(), z.array(z.string().max(100))])).default({})
});
export type Profile = z.infer<typeof Profile>;
