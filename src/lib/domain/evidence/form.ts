/** A piece of evidence as a form holds it: text, and named like its fields. */
import { z } from 'zod';
import {
	EVIDENCE_KINDS,
	LINK_MAXIMUM,
	NOTE_MAXIMUM,
	PAGE_MAXIMUM,
	TITLE_MAXIMUM,
	type EvidenceContent,
	type EvidenceEntry,
	type EvidenceKind
} from './evidence.ts';

export const EVIDENCE_FIELDS = ['item', 'kind', 'title', 'date', 'page', 'link', 'note'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];
export type TypedEvidence = Record<EvidenceField, string>;

/** What was posted, empty where something was not. */
export function typedEvidence(posted: ReadonlyMap<string, string>): TypedEvidence {
	return Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, posted.get(field) ?? ''])) as TypedEvidence;
}

/** Years of more than four digits, or long past, are slips. */
const day = z.iso.date().refine((typed) => typed >= '1950-01-01' && typed <= '2099-12-31');

/** An address of the web without a name and password in it; nobody's browser runs it, and the service never fetches it. */
const link = z
	.string()
	.trim()
	.max(LINK_MAXIMUM)
	.refine((typed) => {
		if (!URL.canParse(typed)) return false;
		const { protocol, username, password } = new URL(typed);
		return (protocol === 'https:' || protocol === 'http:') && !username && !password;
	})
	.transform((typed) => new URL(typed).href);

const shape = {
	title: z.string().trim().min(1).max(TITLE_MAXIMUM),
	date: z.union([z.literal('').transform(() => null), day]),
	page: z.string().trim().max(PAGE_MAXIMUM)
};
const Link = z.object({ ...shape, link });
const Note = z.object({ ...shape, note: z.string().trim().min(1).max(NOTE_MAXIMUM) });
const File = z.object(shape);

/** What was typed, read; of a file the content is still to come. */
export interface ReadEvidence {
	entry: EvidenceEntry;
	content: Exclude<EvidenceContent, { kind: 'file' }> | { kind: 'file' };
}

export function kindOf(typed: string): EvidenceKind | undefined {
	return EVIDENCE_KINDS.find((kind) => kind === typed);
}

/**
 * @param items those that the round asked about
 * @returns what it says, or the fields that are wrong
 */
export function readEvidence(
	typed: TypedEvidence,
	items: readonly string[]
): ReadEvidence | { wrong: EvidenceField[] } {
	const kind = kindOf(typed.kind);
	const unknown: EvidenceField[] = [
		...(items.includes(typed.item) ? [] : ['item' as const]),
		...(kind ? [] : ['kind' as const])
	];
	const parsed = { link: Link, note: Note, file: File }[kind ?? 'file'].safeParse(typed);
	const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as EvidenceField);
	if (!parsed.success || !kind || unknown.length > 0) return { wrong: [...new Set([...unknown, ...wrong])] };
	const { title, date, page } = parsed.data;
	const content = {
		...('link' in parsed.data && { link: parsed.data.link }),
		...('note' in parsed.data && { note: parsed.data.note })
	};
	return { entry: { item: typed.item, title, date, page }, content: { kind, ...content } as ReadEvidence['content'] };
}
