/** Numbers that go together as given, from additions, products and square roots alone: the same on every machine. */

/** The sum of so many even numbers is near enough to a normal one, with variance 1. */
const EVEN = 12;
/** Rounded correlations may contradict each other; they are drawn nearer to 0 in such steps until they do not. */
const SHRINKING = 0.05;
const LEAST_PIVOT = 1e-6;

type Matrix = readonly (readonly number[])[];

/** Draws rows of as many numbers as the matrix of their correlations has rows. */
export function drawCorrelated(correlations: Matrix, rows: number, random: () => number): number[][] {
	const factor = factorOf(correlations);
	return Array.from({ length: rows }, () => {
		const own = correlations.map(() => nearlyNormal(random));
		return factor.map((weights) => weights.reduce((sum, weight, index) => sum + weight * (own[index] ?? 0), 0));
	});
}

function nearlyNormal(random: () => number): number {
	let sum = -EVEN / 2;
	for (let count = 0; count < EVEN; count++) sum += random();
	return sum;
}

function factorOf(correlations: Matrix): Matrix {
	for (let towards = 0; towards < 1; towards += SHRINKING) {
		const drawn = correlations.map((row, i) => row.map((value, j) => (i === j ? 1 : (1 - towards) * value)));
		const factor = cholesky(drawn);
		if (factor) return factor;
	}
	return correlations.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
}

/** The lower triangle whose product with itself is the matrix; undefined where there is none. */
function cholesky(matrix: Matrix): Matrix | undefined {
	const lower: number[][] = [];
	for (const [i, row] of matrix.entries()) {
		const own: number[] = [];
		for (let j = 0; j <= i; j++) {
			const other = j === i ? own : (lower[j] ?? []);
			const left = (row[j] ?? 0) - own.slice(0, j).reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
			if (j === i && left < LEAST_PIVOT) return undefined;
			own.push(j === i ? Math.sqrt(left) : left / (other[j] ?? 1));
		}
		lower.push(own);
	}
	return lower;
}
