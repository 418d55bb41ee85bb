/** The frozen result of a closed round (M15), with the targets of today (M9). */
import { FrozenTeam } from '#lib/domain/result/frozen.ts';
import { pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import { withTargets } from '#lib/domain/result/team-targets.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findTargets } from './round-targets.ts';
import type { Round } from './rounds.ts';

/** @throws where a closed round holds no frozen result */
export function frozenRound({ frozen }: Round): FrozenTeam {
	return FrozenTeam.parse(frozen);
}

/** The result with the targets of today, which are no part of what was frozen. @param instrument the round's own */
export function targetedRound(db: Db, round: Round, instrument: Instrument): FrozenTeam {
	const frozen = frozenRound(round);
	const targets = findTargets(db, round.id);
	return targets ? withTargets(instrument, frozen, targets) : frozen;
}

/** What stands around the result of a closed round, in one language. */
export function aboutRound(round: Round, { instrument }: LoadedInstrument, locale: Locale): ResultAbout {
	const { municipality } = round.profile;
	const { instrument: by, method } = frozenRound(round);
	const closedOn = round.closedOn ?? round.createdOn;
	return {
		...(municipality && { name: municipality.name }),
		state: 'closed',
		createdOn: round.createdOn,
		savedOn: closedOn,
		closedOn,
		demonstration: round.demonstration,
		round: round.title,
		team: round.mode,
		instrument: {
			title: pick(instrument.title, locale),
			version: by.version,
			sha256: by.sha256,
			licence: instrument.licence
		},
		method
	};
}
