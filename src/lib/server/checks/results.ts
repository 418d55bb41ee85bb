/** What comes out of a check: live while it is open, as frozen once it is finished (M15). */
import { FrozenSolo, METHOD_VERSION } from '#lib/domain/result/frozen.ts';
import { pick, type Locale } from '#lib/domain/instrument/instrument.ts';
import { soloOutcome } from '#lib/domain/result/outcome.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import type { ResultSource } from '#lib/domain/result/source.ts';
import { frozenAnswers, soloInputs } from '#lib/domain/result/solo-inputs.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { answersOf, type Check } from './checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { sha256 } from '#lib/server/sha256.ts';

/**
 * The result of a check with the answers behind it. Nothing of a finished one is calculated again.
 * @throws where a finished check holds no frozen result
 */
export async function resultOf(db: Db, check: Check, { instrument }: LoadedInstrument): Promise<ResultSource> {
	const { variant, scope } = check;
	const frozen = frozenOf(check);
	if (frozen) {
		const { result, priorities, robustness, inputs } = frozen;
		return { variant, scope, instrument, result, priorities, robustness, answers: frozenAnswers(inputs) };
	}
	const answers = await answersOf(db, check.id);
	const outcome = soloOutcome(instrument, check, soloInputs(instrument, check, answers), sha256);
	return { variant, scope, instrument, answers, ...outcome };
}

function frozenOf({ state, frozen }: Check): FrozenSolo | undefined {
	return state === 'closed' ? FrozenSolo.parse(frozen) : undefined;
}

/** What stands around the result of a check, in one language. */
export function aboutCheck(check: Check, { instrument, sha256 }: LoadedInstrument, locale: Locale): ResultAbout {
	const { municipality, answersFor } = check.profile;
	const frozen = frozenOf(check);
	return {
		...(municipality && { name: municipality.name }),
		...(answersFor && { answersFor: answersFor.name }),
		state: check.state,
		createdOn: check.createdOn,
		savedOn: check.savedOn,
		...(check.closedOn !== undefined && { closedOn: check.closedOn }),
		demonstration: check.demonstration,
		instrument: {
			title: pick(instrument.title, locale),
			version: instrument.version,
			sha256: frozen?.instrument.sha256 ?? sha256,
			licence: instrument.licence
		},
		method: frozen?.method ?? METHOD_VERSION
	};
}
