import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { freezeTeam } from './freeze.ts';
import type { FrozenTeam } from './frozen.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { teamOutcome } from './outcome.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import { LEVELS, type Rating } from '#lib/domain/answering/rating.ts';
import type { ResultAbout } from './view-about.ts';
import { answersOfRound } from './round-answers.ts';
import { RoundFile, roundFile } from './round-file.ts';
import { teamSource } from './team-result.ts';

loadInstruments();
const sealed = currentInstrument();
const { instrument } = sealed;
const IDS = itemsOf(instrument, 'short').map(({ id }) => id);
const SEED = 'a seed that nobody knows';
const DECISIONS = { 'D1.1': { decision: 2 as const, reason: 'so beschlossen' } };

const AnyRating = fc.constantFrom<Rating | undefined>(...LEVELS, ...LEVELS, 'unknown', 'notApplicable', undefined);
const Person = fc.record({
	role: fc.constantFrom('staff', 'council', 'treasury', null),
	ratings: fc.tuple(...IDS.map(() => AnyRating))
});
const Team = fc.array(Person, { maxLength: 18 }).map((people) =>
	people.map(({ role, ratings }, index): Respondent => ({
		id: `person ${index}`,
		role,
		ratings: Object.fromEntries(IDS.map((id, item) => [id, ratings[item]]))
	}))
);

function close(respondents: readonly Respondent[]): FrozenTeam {
	const round = { variant: 'short', confidential: true, importance: { D1: [0, 1, 2, 9] }, respondents } as const;
	const { inputs } = answersOfRound(instrument, { ...round, importance: { D1: [0, 1, 2, 9] } }, mulberry32(1));
	return freezeTeam(sealed, { variant: 'short', seed: SEED }, { ...inputs, decisions: DECISIONS }, sha256);
}

function fileOf(frozen: FrozenTeam): RoundFile {
	const about: ResultAbout = {
		...{ name: 'Musterau', state: 'closed', createdOn: '2026-11-25', savedOn: '2027-01-15', closedOn: '2027-01-15' },
		...{ demonstration: false, round: 'Herbst 2026', team: 'confidential', method: frozen.method },
		instrument: { ...frozen.instrument, title: 'Standort 2030', licence: instrument.licence }
	};
	return roundFile({
		...{ about, frozen, source: teamSource(instrument, frozen), locale: 'de', closedOn: '2027-01-15' },
		profile: { source: 'trial', asked: {} },
		comparison: undefined,
		round: { title: 'Herbst 2026', mode: 'confidential' }
	});
}

/** Two groups of nine and eight who see it differently. */
const APART = Array.from({ length: 17 }, (_, index): Respondent => ({
	id: `${index}`,
	role: index < 9 ? 'staff' : 'council',
	ratings: Object.fromEntries(
		IDS.map((id) => [id, index < 9 ? (((index % 2) + 3) as 3 | 4) : (((index % 2) + 1) as 1 | 2)])
	)
}));

test('M15: a file that was written and read again replays to the same digits', () => {
	fc.assert(
		fc.property(Team, (team) => {
			const frozen = close(team);
			const file = RoundFile.parse(JSON.parse(JSON.stringify(fileOf(frozen))));
			expect(file.instrument.sha256).toBe(sealed.sha256);
			const extent = { variant: file.variant, ...(file.scope && { scope: file.scope }) };
			const again = teamOutcome(instrument, { ...extent, seed: 'another' }, file.inputs, sha256);
			expect(again.result).toEqual(file.result);
			expect(again.result).toEqual(frozen.result);
			expect(again.priorities).toEqual(file.priorities);
			expect(again.agreement).toEqual(file.agreement);
		}),
		{ numRuns: 40 }
	);
});

test('D12: the file has no seed, no exact number of people and no mean of a group beyond a tenth', () => {
	const file = fileOf(close(APART));
	expect(JSON.stringify(file)).not.toContain(SEED);
	expect(file.inputs.respondents).toBe(15);
	expect(file.inputs.groups?.['D1.1']).toEqual([
		{ group: 'council', levels: 8, mean: 1.5 },
		{ group: 'staff', levels: 9, mean: 3.4 }
	]);
	expect(file.perspectives.criteria.D1).toEqual({ means: { council: 1.5, staff: 3.4 }, gap: 1.9 });
});

test('D12: a person more among too few changes nothing in the file', () => {
	const people = APART.slice(0, 4);
	expect(fileOf(close(people))).toEqual(fileOf(close(people.slice(1))));
	expect(fileOf(close(people)).inputs.items['B1.1']).toEqual({ applies: true });
});

test('every field is documented', () => {
	const documentation = readFileSync('docs/result-format.md', 'utf8').split('## A round')[1] ?? '';
	const fields = Object.keys(RoundFile.shape);
	expect(fields.filter((field) => !documentation.includes(`\`${field}\``))).toEqual([]);
});
