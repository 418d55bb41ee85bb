import { setTimeout as pause } from 'node:timers/promises';
import { withServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { begin, changesOn } from './load/journey.ts';
import { Person } from './load/person.ts';
import { questionIds } from './stored.ts';

const PEOPLE = 200;
const THINK_MILLISECONDS = 4000;
const SECONDS = 60;

/** Answers one question after the other with pauses to think; resolves with the times the saves took. */
async function answerSlowly(person: Person, number: number, until: number, criteria: readonly string[]) {
	const id = await begin(person);
	const took: number[] = [];
	await pause((THINK_MILLISECONDS * number) / PEOPLE);
	for (const criterion of criteria) {
		const page = await person.get(`/check/${id}/${criterion}`);
		for (const change of changesOn(page.body, number)) {
			if (performance.now() >= until) return took;
			const { status, milliseconds } = await person.put(`/check/${id}/answers`, { changes: [change] });
			if (status !== 200) throw new Error(`A save answered ${status}`);
			took.push(milliseconds);
			await pause(THINK_MILLISECONDS);
		}
	}
	return took;
}

async function run(): Promise<Figure[]> {
	const { criteria } = questionIds();
	return withServer(async ({ origin }) => {
		const until = performance.now() + SECONDS * 1000;
		const people = Array.from({ length: PEOPLE }, (_, index) => new Person(origin, index + 1));
		const took = (
			await Promise.all(people.map((person, index) => answerSlowly(person, index + 1, until, criteria)))
		).flat();
		people.forEach((person) => person.leave());
		return [
			{
				what: `answer save, median of ${took.length}`,
				value: percentile(took, 0.5),
				unit: 'ms',
				beside: 'LimeSurvey 5 900 ms (32 people)'
			},
			{
				what: 'answer save, p99',
				value: percentile(took, 0.99),
				unit: 'ms',
				bar: { better: 'lower', limit: 100, stretch: 40 },
				beside: 'LimeSurvey 17 900 ms (32 people)'
			}
		];
	});
}

export const saves: Section = {
	name: 'saves',
	title: 'Saving while many think',
	method: `${PEOPLE} people answer for ${SECONDS} s with ${THINK_MILLISECONDS / 1000} s to think between two answers; each save is synced before it is answered.`,
	run
};
