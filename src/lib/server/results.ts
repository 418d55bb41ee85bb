/** What comes out of a check: live while it is open. */
import { createHash } from 'node:crypto';
import { criterionAnswer, ratingsOf, type Answers } from '#lib/domain/answering.ts';
import { criteriaOf, pick, type Instrument, type Locale } from '#lib/domain/instrument.ts';
import { prioritiesOf } from '#lib/domain/priorities.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import type { AssessmentResult } from '#lib/domain/result.ts';
import type { ResultAbout } from '#lib/domain/result-view-about.ts';
import type { ResultSource } from '#lib/domain/result-view.ts';
import { weightRobustness } from '#lib/domain/robustness.ts';
import { scoreAssessment, soloInput, type Extent } from '#lib/domain/scoring.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { answersOf, type Check } from './checks.ts';
import type { Db } from './db/open.ts';

/** M9: where nobody rated the importance of a criterion. */
const IMPORTANCE_UNRATED = 2.5;
const METHOD_VERSION = '1.0.0';

/** The result of a check with the answers behind it. */
export async function resultOf(db: Db, check: Check, { instrument }: LoadedInstrument): Promise<ResultSource> {
	const answers = await answersOf(db, check.id);
	const extent: Extent = { variant: check.variant, scope: check.scope };
	const result = scoreAssessment(instrument, soloInput(extent, ratingsOf(answers)));
	const random = mulberry32(seedOf(createHash('sha256').update(check.seed).digest('hex')));
	return {
		...extent,
		instrument,
		result,
		answers,
		priorities: prioritiesOfCheck(instrument, extent, result, answers),
		robustness: weightRobustness(instrument, extent, result, random)
	};
}

function prioritiesOfCheck(instrument: Instrument, { scope }: Extent, result: AssessmentResult, answers: Answers) {
	return prioritiesOf(
		criteriaOf(instrument, scope).map(({ id }) => {
			const { importance = IMPORTANCE_UNRATED, target } = criterionAnswer(answers, id);
			return { criterion: id, score: result.criteria[id]?.score ?? null, target, importance };
		})
	);
}

/** What stands around the result of a check, in one language. */
export function aboutCheck(check: Check, { instrument, sha256 }: LoadedInstrument, locale: Locale): ResultAbout {
	const { municipality, answersFor } = check.profile;
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
			sha256,
			licence: instrument.licence
		},
		method: METHOD_VERSION
	};
}
