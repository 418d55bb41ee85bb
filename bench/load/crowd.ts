/** What a crowd has done, and in how much time. */
export interface Work<T> {
	done: T[];
	seconds: number;
}

/**
 * Lets so many clients repeat a task one after the other until the time is over; what has begun is brought to its end.
 * @param task gets a number that no other call gets
 */
export async function repeatTogether<T>(
	clients: number,
	seconds: number,
	task: (number: number) => Promise<T>
): Promise<Work<T>> {
	const done: T[] = [];
	const started = performance.now();
	let next = 1;
	const elapsed = () => (performance.now() - started) / 1000;
	async function work() {
		while (elapsed() < seconds) done.push(await task(next++));
	}
	await Promise.all(Array.from({ length: clients }, work));
	return { done, seconds: elapsed() };
}
