/** By which texts and rules, and which data: so that it can be calculated again. */
import { methodFacts, methodRules } from '#lib/components/result/method-facts.ts';
import { formatDay } from '#lib/components/format.ts';
import { heading, list, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

/**
 * @param sha256 of the data that the document tells
 * @param day on which it is made
 * @param granted what a reviewer is told of each item; absent in the municipality's own documents
 */
export function methodSection(
	{ variant }: Pick<ResultView, 'variant'>,
	about: ResultAbout,
	{ sha256, day, granted }: { sha256: string; day: string; granted?: unknown }
): Block[] {
	return [
		heading(1, m.document_method()),
		heading(2, m.result_method_rules()),
		list(methodRules()),
		heading(2, m.document_method_facts()),
		table(
			m.document_method_table(),
			[
				[m.document_method_fact(), 1],
				[m.document_method_value(), 2.4]
			],
			[...methodFacts(about, variant), [m.document_made(), formatDay(day)], [m.document_sha_long(), sha256]]
		),
		paragraph(granted ? m.document_sha_granted() : m.document_sha_text(), 'small'),
		paragraph(m.result_method_licence({ licence: about.instrument.licence }), 'small')
	];
}
