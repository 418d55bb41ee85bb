import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { answersById } from '#lib/domain/answering/answering.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import { soloOutcome } from './outcome.ts';
import { ResultFile, resultFile } from './file.ts';
import type { ResultAbout } from './view-about.ts';
import { soloInputs } from './solo-inputs.ts';

loadInstruments();
const { instrument, sha256 } = currentInstrument();
const PROFILE: Profile = {
	source: 'manual',
	municipality: { name: 'Musterau', kind: 'town', state: '06', population: 12_500 },
	asked: { accounting: 'accrual' }
};
const ABOUT: ResultAbout = {
	name: 'Musterau',
	state: 'open',
	createdOn: '2026-11-25',
	savedOn: '2026-11-26',
	demonstration: false,
	instrument: { title: 'Standort 2030', version: instrument.version, sha256, licence: instrument.licence },
	method: '1.0.0'
};

function fileOf(freeText: boolean, comparison?: Comparison): ResultFile {
	const extent = { variant: 'full', scope: 'budget' } as const;
	const stored = { revision: 1, toBeConfirmed: false };
	const answers = answersById([
		{ ...stored, questionId: 'B1.1', value: { rating: 4, evidence: 2, comment: 'a note' } },
		{ ...stored, questionId: 'B1.2', value: { rating: 'notApplicable', reason: 'a reason' } },
		{ ...stored, questionId: 'B1.3', value: { rating: 5 }, toBeConfirmed: true },
		{ ...stored, questionId: 'B1', value: { importance: 4, target: 5, targetYear: 2030 } }
	]);
	const inputs = soloInputs(instrument, extent, answers);
	const outcome = soloOutcome(instrument, { ...extent, seed: 'a seed' }, inputs, () => '0'.repeat(64));
	const source = { ...extent, ...outcome, instrument, answers };
	return resultFile({ source, about: ABOUT, profile: PROFILE, comparison, locale: 'en', freeText });
}

test('the file survives being written and read, unrounded, and has no seed', () => {
	const text = JSON.stringify(fileOf(true));
	expect(ResultFile.parse(JSON.parse(text))).toEqual(fileOf(true));
	expect(text).not.toContain('a seed');
});

test('inputs are what counts: a copied answer that nobody has confirmed is none', () => {
	expect(fileOf(true).inputs).toEqual({
		items: {
			'B1.1': { rating: 4, evidence: 2, comment: 'a note' },
			'B1.2': { rating: 'notApplicable', reason: 'a reason' }
		},
		criteria: { B1: { importance: 4, target: 5, targetYear: 2030 } }
	});
});

test('a file for readers has the same figures and nothing that somebody wrote or was asked about the municipality', () => {
	const { inputs, profile, freeText, ...rest } = fileOf(false);
	expect(fileOf(true)).toMatchObject(rest);
	expect(JSON.stringify({ inputs, profile })).not.toMatch(/a note|a reason|accrual/);
	expect(inputs.items['B1.1']).toEqual({ rating: 4, evidence: 2 });
	expect(freeText).toBe(false);
});

test('the release that the page compares with is named, and none where there is no comparison', () => {
	const release = { number: 3, cutoff: '2026-10-31', demonstration: false };
	expect(fileOf(true, { enough: true, release, group: 'all', groups: ['all'], n: 60, rows: [] }).comparison).toEqual({
		...{ release: 3, cutoff: '2026-10-31', demonstration: false }
	});
	expect(fileOf(true).comparison).toBeNull();
	const none = { enough: false, minimum: 10, variant: 'full', otherVariant: false } as const;
	expect(fileOf(true, none).comparison).toBeNull();
});

test('every id has a name, in one dimension only where only that was assessed', () => {
	const { names, result } = fileOf(true);
	expect(Object.keys(names.items)).toEqual(Object.keys(result.items));
	expect(Object.keys(names.criteria)).toEqual(Object.keys(result.criteria));
	expect(Object.keys(names.dimensions)).toEqual(['budget']);
});

test('every field is documented', () => {
	const documentation = readFileSync('docs/result-format.md', 'utf8');
	const undocumented = Object.keys(ResultFile.shape).filter((field) => !documentation.includes(`\`${field}\``));
	expect(undocumented).toEqual([]);
});
