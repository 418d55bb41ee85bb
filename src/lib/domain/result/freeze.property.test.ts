/** M15 for every round: what is stored gives the results again, and nothing else is needed for them. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedItems } from '#lib/domain/disclosure/team.ts';
import { freezeTeam, replay } from './freeze.ts';
import { Frozen } from './frozen.ts';
import { layoutOf } from '#lib/domain/scoring/layout.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import { scoreAssessment } from '#lib/domain/scoring/scoring.ts';
import { teamInputs, type Round } from './team-inputs.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { anyConsensus, anyExtent, anyLevel, anyTeam } from '../../../../tests/support/any-assessment.ts';

const sealed = currentInstrument();
const { instrument } = sealed;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const anyCount = fc.nat(5);
const anyCriteria: fc.Arbitrary<Round['criteria']> = fc.dictionary(
	fc.constantFrom(...instrument.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id))),
	fc.record({ importance: fc.tuple(anyCount, anyCount, anyCount, anyCount), target: anyLevel }, { requiredKeys: [] })
);

const anyRound: fc.Arbitrary<Round> = fc
	.tuple(anyExtent, anyTeam(0, 12), anyConsensus, anyCriteria, fc.boolean())
	.map(([extent, respondents, consensus, criteria, confidential]) => ({
		...extent,
		respondents,
		decisions: Object.fromEntries(
			Object.entries(consensus).map(([item, decision]) => [item, { decision, reason: 'so beschlossen' }])
		),
		criteria,
		confidential
	}));

test('M15: a stored round replays to the same digits, and these are what its responses gave', () => {
	fc.assert(
		fc.property(anyRound, fc.string(), (round, seed) => {
			const { variant, scope, respondents, decisions, confidential } = round;
			const inputs = teamInputs(instrument, round, mulberry32(1));
			const frozen = freezeTeam(sealed, { variant, scope, seed }, inputs, sha256);
			const stored = Frozen.parse(JSON.parse(JSON.stringify(frozen)));
			expect(replay(stored, sealed, sha256)).toEqual([]);
			const consensus = Object.fromEntries(Object.entries(decisions).map(([item, { decision }]) => [item, decision]));
			const masked = confidential
				? maskedItems(layoutOf(instrument, variant, scope).items, respondents)
				: new Set<string>();
			expect(frozen.result).toEqual(
				scoreAssessment(instrument, { variant, scope, mode: 'team', respondents, consensus, masked })
			);
		}),
		{ numRuns: 50 }
	);
});
