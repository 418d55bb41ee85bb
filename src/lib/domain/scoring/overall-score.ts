import { isScore } from './score.ts';

/** M5: one dimension alone has no overall score. */
const WHOLE = 3;

/** M5: mean of the dimension scores, and their span (max − min); null if a score is missing or only one is assessed. */
export function overallScore(dimensions: readonly number[]): { overall: number | null; span: number | null } {
	const scores = Array.from(dimensions);
	if (scores.length < WHOLE || !scores.every(isScore)) return { overall: null, span: null };
	const sum = scores.reduce((total, score) => total + score, 0);
	return { overall: sum / scores.length, span: Math.max(...scores) - Math.min(...scores) };
}
