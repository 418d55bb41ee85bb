import type { Answers } from '#lib/domain/answering/answering.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Priority } from '#lib/domain/scoring/priorities.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import type { Robustness } from '#lib/domain/scoring/robustness.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';

/** What was assessed and what came out, live or frozen (M15). */
export interface ResultSource extends Extent {
	instrument: Instrument;
	result: AssessmentResult;
	/** M9 */
	priorities: readonly Priority[];
	/** M14 */
	robustness: Robustness | null;
	answers: Answers;
}
