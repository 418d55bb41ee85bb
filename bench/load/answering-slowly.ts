import { setTimeout as pause } from 'node:timers/promises';
import { changesOn } from './journey.ts';
import type { Person } from './person.ts';

export const THINK_MILLISECONDS = 4000;

interface Slowly {
	number: number;
	/** moment after which nothing more is answered */
	until: number;
	criteria: readonly string[];
	/** of the answers: the path of a check, or that of a round */
	place: string;
	/** how many others there are: they begin one after the other */
	people: number;
}

/** Answers one question after the other with pauses to think; resolves with the times the saves took. */
export async function answerSlowly(person: Person, { number, until, criteria, place, people }: Slowly) {
	const took: number[] = [];
	await pause((THINK_MILLISECONDS * number) / people);
	for (const criterion of criteria) {
		const page = await person.get(`${place}/${criterion}`);
		for (const change of changesOn(page.body, number)) {
			if (performance.now() >= until) return took;
			const { status, milliseconds } = await person.put(`${place}/answers`, { changes: [change] });
			if (status !== 200) throw new Error(`A save answered ${status}`);
			took.push(milliseconds);
			await pause(THINK_MILLISECONDS);
		}
	}
	return took;
}
