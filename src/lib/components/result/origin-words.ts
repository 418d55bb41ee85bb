/** What a table that is taken away says about where it comes from. */
import { formatDay } from '#lib/components/format.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result-view-about.ts';
import * as m from '#lib/paraglide/messages.js';

/** How much weight a result carries: one person's view, perhaps a trial, perhaps made up. */
export function kindText({ name, demonstration }: ResultAbout): string {
	return [
		m.download_kind_self(),
		...(name === undefined ? [m.download_kind_trial()] : []),
		...(demonstration ? [m.download_kind_demonstration()] : [])
	].join(', ');
}

/** characters of a name that fit beside the day */
const LONGEST_NAME = 60;

/** What stands on every printed page, by place. */
export function headTexts(about: ResultAbout): Record<'result' | 'day' | 'texts', string> {
	const { instrument, name = m.result_trial() } = about;
	return {
		result: `Standort 2030 · ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}`,
		day: [
			m.result_as_of({ day: formatDay(dayOfResult(about)) }),
			about.state === 'open' ? m.result_provisional() : m.result_closed()
		].join(' · '),
		texts: m.result_paper_texts({ version: instrument.version, sha256: instrument.sha256 })
	};
}

/** Two lines: whose result of when, by which texts and rules. */
export function originNotes(about: ResultAbout): string[] {
	const { instrument, method } = about;
	return [
		[
			'Standort 2030',
			about.name ?? m.result_trial(),
			...(about.answersFor ? [m.result_answers_for({ name: about.answersFor })] : []),
			m.result_as_of({ day: formatDay(dayOfResult(about)) }),
			about.state === 'open' ? m.result_provisional() : m.result_closed(),
			kindText(about)
		].join(' · '),
		m.download_note_texts({ ...instrument, method })
	];
}
