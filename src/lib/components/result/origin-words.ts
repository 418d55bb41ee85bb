/** What a table that is taken away says about where it comes from. */
import { formatDay } from '#lib/components/format.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result/view-about.ts';
import * as m from '#lib/paraglide/messages.js';

/** How much weight a result carries: one person's view, perhaps a trial, perhaps made up. */
export function kindText({ name, demonstration }: ResultAbout): string {
	return [
		m.download_kind_self(),
		...(name === undefined ? [m.download_kind_trial()] : []),
		...(demonstration ? [m.download_kind_demonstration()] : [])
	].join(', ');
}

/** characters of a name that fit in a line with other things */
const LONGEST_NAME = 60;

/** What stands on every printed page, by place. */
export function headTexts(about: ResultAbout): Record<'result' | 'day' | 'texts', string> {
	const { instrument } = about;
	return {
		result: `Standort 2030 · ${shortName(about)}`,
		day: whenText(about),
		texts: m.result_paper_texts({ version: instrument.version, sha256: instrument.sha256 })
	};
}

/** One line below an image. */
export function imageSource(about: ResultAbout): string {
	const { title, version, licence } = about.instrument;
	return [`${title} ${version}`, shortName(about), whenText(about), kindText(about), licence].join(' · ');
}

function shortName({ name = m.result_trial() }: ResultAbout): string {
	return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function whenText(about: ResultAbout): string {
	const state = about.state === 'open' ? m.result_provisional() : m.result_closed();
	return `${m.result_as_of({ day: formatDay(dayOfResult(about)) })} · ${state}`;
}

/** Two lines: whose result of when, by which texts and rules. */
export function originNotes(about: ResultAbout): string[] {
	const { instrument, method } = about;
	return [
		[
			'Standort 2030',
			about.name ?? m.result_trial(),
			...(about.answersFor ? [m.result_answers_for({ name: about.answersFor })] : []),
			whenText(about),
			kindText(about)
		].join(' · '),
		m.download_note_texts({ ...instrument, method })
	];
}
