/** Which texts and rules a result rests on, in words: for the page and for tables that are taken away. */
import { formatDay } from '#lib/components/format.ts';
import type { Variant } from '#lib/domain/instrument/instrument.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import * as m from '#lib/paraglide/messages.js';

/** Name and value of each fact. */
export function methodFacts(about: ResultAbout, variant: Variant): [string, string][] {
	const { instrument } = about;
	return [
		[
			m.result_method_instrument(),
			m.result_method_instrument_value({ title: instrument.title, version: instrument.version })
		],
		[m.result_method_sha(), instrument.sha256],
		[m.result_method_variant(), variant === 'short' ? m.result_variant_short() : m.result_variant_full()],
		[m.result_method_version(), m.result_method_version_value({ version: about.method })],
		[m.result_method_kind(), about.team ? m.result_method_kind_team() : m.result_method_kind_solo()],
		[m.result_method_created(), formatDay(about.createdOn)],
		about.closedOn
			? [m.result_method_closed(), formatDay(about.closedOn)]
			: [m.result_method_saved(), formatDay(about.savedOn)]
	];
}

/** The rules that a reader meets, one sentence or two each. */
export function methodRules(): string[] {
	return [
		m.result_method_rule_item(),
		m.result_method_rule_score(),
		m.result_method_rule_stage(),
		m.result_method_rule_bounds(),
		m.result_method_rule_rounding()
	];
}
