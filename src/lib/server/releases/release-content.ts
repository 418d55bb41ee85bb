/** Puts a release together from what is stored (D2). */
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { associate, publishAssociation, type CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import { compareVersions } from '#lib/domain/disclosure/member.ts';
import { planRelease, publishGroups, ReleaseContent, type JudgedGroup } from '#lib/domain/disclosure/release.ts';
import type { Memory } from '#lib/domain/disclosure/time.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { findHolders } from './holders.ts';
import { composeMicrodata, type BuiltMicrodata } from './microdata.ts';
import { countRegister } from './register-groups.ts';
import { identifying } from './release-identity.ts';
import { disguise, keyCheckOf } from './release-marks.ts';
import { findRounds, readMembers, type ReadMember } from './release-members.ts';
import { packMemories, readMemories } from './release-memory.ts';
import { sha256 } from '#lib/server/sha256.ts';

export interface ReleasePlan {
	number: number;
	/** `YYYY-MM-DD`; what was closed and agreed to before this day counts */
	cutoff: string;
	demonstration: boolean;
}

/** What a release is put together with; nothing of it is shown. */
export interface ReleaseTools {
	/** of the pseudonyms, as one that is used again and again */
	key: KeyObject;
	/** those whose association is looked at */
	criteria: CriteriaByDimension;
}

/** What an operator sees of full and short rounds. */
export type Judged = Record<Variant, JudgedGroup[]>;

export interface BuiltRelease {
	content: ReleaseContent;
	sha256: string;
	/** D9; undefined where too few take part */
	microdata: BuiltMicrodata | undefined;
	/** for later releases, never published */
	memory: string;
	/**
	 * for the operator, never published: every group with its exact number, and why something is withheld (`Judged`); as JSON,
	 * since whoever publishes does not need it, and a thread hands over a text in no time
	 */
	judged: string;
	counts: Record<Variant, number>;
}

/** `keyDiffers`: earlier releases were made with another key. `memoryMissing`: one of them left nothing behind. */
export type ComposeRefusal = 'keyDiffers' | 'memoryMissing';

/**
 * D1–D7: the content of the next release. The same stored rounds, after the same releases, give the same SHA-256.
 *
 * @throws where a round is not frozen as it should be
 */
export function composeRelease(
	read: Reader,
	plan: ReleasePlan,
	{ key, criteria }: ReleaseTools,
	onProgress: (done: number, total: number) => void
): BuiltRelease | { refused: ComposeRefusal } {
	const earlier = readMemories(read);
	if (earlier.length !== plan.number - 1) return { refused: 'memoryMissing' };
	if (earlier.some((memory) => memory.key !== keyCheckOf(key))) return { refused: 'keyDiffers' };
	const rounds = findRounds(read, plan.cutoff, plan.demonstration);
	const total = rounds.full.length + rounds.short.length;
	let done = 0;
	const report = (count: number) => onProgress((done += count), total);
	const full = readMembers(read, rounds.full, report);
	const short = readMembers(read, rounds.short, report);
	const pseudonym = identifying(read, key, earlier);
	const holders = findHolders(read).map((keys) => new Set(Array.from(keys, pseudonym)));
	const planned = (members: readonly ReadMember[], variant: Variant) => {
		const scored = disguise(key, members, pseudonym);
		const before = earlier.map((memory) => memory[variant]);
		const plan = planRelease(scored, before, holders);
		return { ...plan, scored, association: associate({ ...plan, scored }, criteria, before, holders) };
	};
	const plans = { full: planned(full, 'full'), short: planned(short, 'short') };
	const microdata = composeMicrodata(read, plan.number, {
		members: plans.full.scored,
		earlier: earlier.map((memory) => memory.full),
		present: plans.full,
		holders
	});
	const content = ReleaseContent.parse({
		...plan,
		licence: 'CC BY 4.0',
		...versionsOf([...full, ...short]),
		tables: {
			full: publishGroups(plans.full, earlier.length),
			short: publishGroups(plans.short, earlier.length)
		},
		register: countRegister(read),
		...associationsOf(plans, earlier.length)
	});
	return {
		content,
		microdata,
		sha256: sha256(canonicalJson(content)),
		memory: packMemories(keyCheckOf(key), plans),
		judged: JSON.stringify({ full: plans.full.groups, short: plans.short.groups } satisfies Judged),
		counts: { full: full.length, short: short.length }
	};
}

function associationsOf(plans: Record<Variant, Memory>, present: number): Pick<ReleaseContent, 'associations'> {
	const shown = Variant.options.flatMap((variant) => {
		const association = publishAssociation(plans[variant].association, present);
		return association ? [[variant, association] as const] : [];
	});
	return shown.length > 0 ? { associations: Object.fromEntries(shown) } : {};
}

/** The versions of method and instrument behind the members, each once, oldest first. */
function versionsOf(members: readonly ReadMember[]) {
	const instruments = new Map(members.map(({ instrument }) => [canonicalJson(instrument), instrument]));
	return {
		methods: [...new Set(members.map(({ method }) => method))].sort(compareVersions),
		instruments: [...instruments.values()].sort((a, b) => compareVersions(a.version, b.version))
	};
}
