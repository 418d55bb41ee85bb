/** Minutes of a meeting as a document that looks like all others. */
import { formatDay } from '#lib/components/format.ts';
import { heading, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { WordBlock, WordDocument } from '#lib/domain/document/word-document.ts';
import type { Minutes, MinutesEntry } from '#lib/domain/meeting/minutes.ts';
import * as m from '#lib/paraglide/messages.js';

/** @param municipality by its name @param day on which it is made */
export function minutesPaper(minutes: Minutes, municipality: string, day: string): WordDocument {
	const { language, title, subtitle, state, facts, parts, levels, signatures, source } = minutes;
	return {
		...{ language, title, subtitle, municipality, date: formatDay(day), version: source },
		words: {
			contents: m.document_contents(),
			page: m.document_page(),
			of: m.document_of(),
			sha256: m.document_sha()
		},
		blocks: [
			paragraph(state, 'strong'),
			{ kind: 'fields', caption: title, entries: facts },
			...parts.flatMap((part) => [heading(1, part.title), ...part.entries.flatMap((entry) => blocksOf(entry, levels))]),
			...signatures.map((who): WordBlock => ({ kind: 'signature', who }))
		]
	};
}

function blocksOf(
	{ heading: title, decision, paragraphs, counts }: MinutesEntry,
	levels: readonly string[]
): WordBlock[] {
	return [
		heading(2, title),
		paragraph(decision, 'strong'),
		...paragraphs.map((text) => paragraph(text)),
		...(counts
			? [
					table(
						m.office_minutes_distribution(),
						levels.map((level): [string, number] => [level, 1]),
						[counts.map(String)]
					)
				]
			: [])
	];
}
