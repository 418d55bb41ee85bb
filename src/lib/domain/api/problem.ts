/** How the public interface says no: problem details by RFC 9457, in the same words for everybody. */
import { z } from 'zod';
import { Retraction } from './answer.ts';
import { PROBLEMS, type ProblemStatus } from './problem-kinds.ts';

/** A parameter that is not as it should be, with what is expected of it; never what was sent. */
export const ParameterError = z.strictObject({
	parameter: z.string().optional().describe('its name; absent where there is no such parameter'),
	detail: z.string()
});
export type ParameterError = z.infer<typeof ParameterError>;

export const Problem = z
	.strictObject({
		type: z.url().describe('what kind of problem this is, and where it is explained'),
		title: z.string(),
		status: z.int().min(400).max(599),
		detail: z.string(),
		errors: z.array(ParameterError).optional().describe('which parameters are meant (400)'),
		retraction: Retraction.optional().describe('why the release was taken back (410)')
	})
	.describe('Problem details (RFC 9457)');
export type Problem = z.infer<typeof Problem>;

/** Why there is no answer; what stands beside the words of the status. */
export interface Refusal extends Pick<Problem, 'errors' | 'retraction'> {
	refused: ProblemStatus;
}

/** @param origin of the service */
export function problemOf({ refused, ...more }: Refusal, origin: string): Problem {
	const { id, title, detail } = PROBLEMS[refused];
	return { type: `${origin}/api#${id}`, title, status: refused, detail, ...more };
}
