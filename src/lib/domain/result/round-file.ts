/** The result of a closed round as a file for programs; `docs/result-format.md` explains it field by field. */
import { z } from 'zod';
import { byId, Day, Names, namesOf, namesShape, originOf, originShape, type ToldResult } from './file-origin.ts';
import { TeamInputs, type FrozenTeam } from './frozen.ts';
import { FrozenAgreement } from './frozen-item.ts';
import { Version } from '#lib/domain/instrument/schema.ts';
import { inFives } from '#lib/domain/round/participation.ts';
import { RoundMode } from '#lib/domain/round/round.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { perspectivesOfRound } from './team-result.ts';

export const ROUND_FORMAT = 'standort-2030-round';
/** Rises with every change of the shape: the first part where old readers would fail. */
export const ROUND_FORMAT_VERSION = '1.0.0';

/** M13: means by role group and the widest gap, to a tenth as D12 has them. */
const Perspective = z.strictObject({ means: z.record(z.string(), z.number()), gap: z.number() });
const Perspectives = z.record(z.string(), Perspective);

export const RoundFile = z.strictObject({
	format: z.literal(ROUND_FORMAT),
	formatVersion: Version,
	state: z.literal('closed'),
	closedOn: Day,
	...originShape,
	/** D11: what the organiser calls it, and how it was answered */
	round: z.strictObject({ title: z.string(), mode: RoundMode }),
	/** M15: what was scored, as far as D12 lets it be known; `respondents` is rounded down to a multiple of five */
	inputs: TeamInputs,
	/** M12 by item */
	agreement: z.record(z.string(), FrozenAgreement),
	/** M13 by id; only what has a gap */
	perspectives: z.strictObject({ dimensions: Perspectives, criteria: Perspectives }),
	names: z.strictObject({ ...namesShape, roles: Names })
});
export type RoundFile = z.infer<typeof RoundFile>;

interface Told extends ToldResult {
	frozen: FrozenTeam;
	round: RoundFile['round'];
	closedOn: string;
}

/** Nothing of the seed, and nothing that D12 withholds: it was never frozen, but for the number of people and exact means. */
export function roundFile({ frozen, round, closedOn, ...told }: Told): RoundFile {
	const { source, locale } = told;
	const { instrument } = source;
	return {
		format: ROUND_FORMAT,
		formatVersion: ROUND_FORMAT_VERSION,
		state: 'closed',
		closedOn,
		...originOf(told),
		round,
		inputs: toldInputs(frozen.inputs),
		agreement: frozen.agreement,
		perspectives: toldPerspectives(told, frozen),
		names: { ...namesOf(source, locale), roles: byId(instrument.roles, locale) }
	};
}

function toldInputs({ respondents, groups = {}, ...inputs }: TeamInputs): TeamInputs {
	const told = Object.entries(groups).map(([item, means]) => [
		item,
		means.map(({ mean, ...one }) => ({ ...one, mean: shownScore(mean) }))
	]);
	return { ...inputs, respondents: inFives(respondents), groups: Object.fromEntries(told) };
}

function toldPerspectives({ source }: ToldResult, frozen: FrozenTeam): RoundFile['perspectives'] {
	const { dimensions, criteria } = perspectivesOfRound(source.instrument, frozen);
	return { dimensions: withGap(dimensions), criteria: withGap(criteria) };
}

function withGap(found: ReturnType<typeof perspectivesOfRound>['criteria']) {
	return Object.fromEntries(
		Object.entries(found).flatMap(([id, one]) => {
			if (!one || one.gap === null) return [];
			const means = Object.entries(one.means).map(([group, mean]) => [group, shownScore(mean)]);
			return [[id, { means: Object.fromEntries(means), gap: shownScore(one.gap) }]];
		})
	);
}
