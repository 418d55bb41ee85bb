/** Puts a release together from what is stored (D2). */
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Holder } from '#lib/domain/disclosure.ts';
import { compareVersions } from '#lib/domain/disclosure-member.ts';
import { planRelease, publishGroups, ReleaseContent } from '#lib/domain/disclosure-release.ts';
import type { Reader } from './db/open.ts';
import { findRounds, readMembers, type ReadMember } from './release-members.ts';
import { sha256 } from './sha256.ts';

export interface ReleasePlan {
	number: number;
	/** `YYYY-MM-DD`; what was closed and agreed to before this day counts */
	cutoff: string;
	demonstration: boolean;
}

export interface BuiltRelease {
	content: ReleaseContent;
	sha256: string;
	/** municipality key → id of its round */
	members: Record<string, string>;
	/** exact numbers for the operator, never published */
	counts: { full: number; short: number };
}

/** There are no accounts yet that see single values of several municipalities (D4). */
const HOLDERS: readonly Holder[] = [];

/** D1–D6: the content of the first release, which has no earlier one to differ from (D7). The same stored rounds give the same SHA-256. */
export function composeRelease(
	read: Reader,
	plan: ReleasePlan,
	onProgress: (done: number, total: number) => void
): BuiltRelease {
	const rounds = findRounds(read, plan.cutoff, plan.demonstration);
	const total = rounds.full.length + rounds.short.length;
	let done = 0;
	const report = (count: number) => onProgress((done += count), total);
	const full = readMembers(read, rounds.full, report);
	const short = readMembers(read, rounds.short, report);
	const content = ReleaseContent.parse({
		...plan,
		licence: 'CC BY 4.0',
		...versionsOf([...full, ...short]),
		tables: {
			full: tablesOf(full),
			short: tablesOf(short)
		}
	});
	return {
		content,
		sha256: sha256(canonicalJson(content)),
		members: Object.fromEntries([...full, ...short].map(({ id, assessmentId }) => [id, assessmentId])),
		counts: { full: full.length, short: short.length }
	};
}

const tablesOf = (members: readonly ReadMember[]) =>
	publishGroups(planRelease(members, [], HOLDERS)).filter(({ group }) => group === 'all');

/** The versions of method and instrument behind the members, each once, oldest first. */
function versionsOf(members: readonly ReadMember[]) {
	const instruments = new Map(members.map(({ instrument }) => [canonicalJson(instrument), instrument]));
	return {
		methods: [...new Set(members.map(({ method }) => method))].sort(compareVersions),
		instruments: [...instruments.values()].sort((a, b) => compareVersions(a.version, b.version))
	};
}
