import { withServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { answerSlowly, THINK_MILLISECONDS } from './load/answering-slowly.ts';
import { begin } from './load/journey.ts';
import { Person } from './load/person.ts';
import { questionIds } from './stored.ts';

const PEOPLE = 200;
const SECONDS = 60;

async function answerCheck(person: Person, number: number, until: number, criteria: readonly string[]) {
	const place = `/check/${await begin(person)}`;
	return answerSlowly(person, { number, until, criteria, place, people: PEOPLE });
}

async function run(): Promise<Figure[]> {
	const { criteria } = questionIds();
	return withServer(async ({ origin }) => {
		const until = performance.now() + SECONDS * 1000;
		const people = Array.from({ length: PEOPLE }, (_, index) => new Person(origin, index + 1));
		const took = (
			await Promise.all(people.map((person, index) => answerCheck(person, index + 1, until, criteria)))
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
