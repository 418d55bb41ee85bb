/** The description of the public interface, in English as all that programs read. */
import { describeApi } from '#lib/domain/api/description.ts';
import { exampleOf } from '#lib/domain/api/example.ts';
import { CALLS_PER_MINUTE, OPERATION_IDS, type OperationId } from '#lib/domain/api/operation.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { nameInBoth } from './group-names.ts';

type Told = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const OPERATION_WORDS: Record<OperationId, { summary: Told; description: Told }> = {
	listReleases: { summary: m.api_list_releases, description: m.api_list_releases_text },
	getRelease: { summary: m.api_get_release, description: m.api_get_release_text },
	listGroups: { summary: m.api_list_groups, description: m.api_list_groups_text },
	listCells: { summary: m.api_list_cells, description: m.api_list_cells_text },
	listAssociations: { summary: m.api_list_associations, description: m.api_list_associations_text },
	getCodebook: { summary: m.api_get_codebook, description: m.api_get_codebook_text },
	getDescription: { summary: m.api_get_description, description: m.api_get_description_text }
};

const PARAMETER_WORDS: Record<string, Told> = {
	number: m.api_parameter_number,
	variant: m.api_parameter_variant,
	group: m.api_parameter_group,
	measure: m.api_parameter_measure,
	limit: m.api_parameter_limit,
	offset: m.api_parameter_offset
};

/** What an operation does and gives. */
export function operationWords(id: OperationId, locale: Locale) {
	const { summary, description } = OPERATION_WORDS[id];
	return { summary: summary({}, { locale }), description: description({}, { locale }) };
}

/** What a parameter means. */
export function parameterWords(name: string, locale: Locale): string {
	return PARAMETER_WORDS[name]?.({}, { locale }) ?? '';
}

const headers = {
	etag: 'A mark of these bytes; sent back as If-None-Match, the answer is 304 while nothing has changed.',
	link: 'The address of the next page as rel="next"; absent on the last.',
	retryAfter: 'Seconds to wait.',
	allow: 'The methods that there are.'
};

/** @param origin of the service */
export function descriptionOf(origin: string) {
	const locale = 'en';
	const words = {
		title: m.api_title({}, { locale }),
		description: m.api_description({ calls: CALLS_PER_MINUTE }, { locale }),
		operations: Object.fromEntries(OPERATION_IDS.map((id) => [id, operationWords(id, locale)])) as Record<
			OperationId,
			{ summary: string; description: string }
		>,
		parameters: Object.fromEntries(Object.keys(PARAMETER_WORDS).map((name) => [name, parameterWords(name, locale)])),
		headers,
		notModified: 'Nothing has changed since the answer of this ETag.'
	};
	return describeApi(words, origin, exampleAnswer);
}

/** Of an operation; undefined where the description itself is the answer. */
export const exampleAnswer = (id: OperationId) => exampleOf(id, nameInBoth, currentInstrument().instrument);
