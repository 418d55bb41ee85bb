import type { Answers } from './answering.ts';
import type { Instrument } from './instrument.ts';
import type { Priority } from './priorities.ts';
import type { AssessmentResult } from './result.ts';
import type { Robustness } from './robustness.ts';
import type { Extent } from './scoring.ts';

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
