/** The frozen result of a closed round (M15). */
import { FrozenTeam } from '#lib/domain/frozen.ts';
import { pick, type Locale } from '#lib/domain/instrument.ts';
import type { ResultAbout } from '#lib/domain/result-view-about.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import type { Round } from './rounds.ts';

/** @throws where a closed round holds no frozen result */
export function frozenRound({ frozen }: Round): FrozenTeam {
	return FrozenTeam.parse(frozen);
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
