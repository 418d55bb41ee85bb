import { withServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { repeatTogether } from './load/crowd.ts';
import { takeCheck, takeCheckByAutosave, type Journey } from './load/journey.ts';
import { cpuSeconds, watchMemory } from './process.ts';
import { expectComplete, questionIds } from './stored.ts';

/** LimeSurvey 6.4 with nginx, php-fpm and MariaDB on two such cores, 48 items on 16 pages, 32 at once. */
const LIMESURVEY = { journeysPerSecond: 0.25, cpuSecondsPerJourney: 4.5, megabytes: 256 };
const SECONDS = 20;

interface Load {
	perSecond: number;
	cpu: number;
	memory: number;
	journeySeconds: number[];
	journeys: number;
}

/** Lets clients take checks for a while and then reads every single answer back from the file. */
async function measure(clients: number, take: (origin: string, number: number) => Promise<Journey>): Promise<Load> {
	let journeys: Journey[] = [];
	return withServer(
		async ({ origin, pid }) => {
			await take(origin, 0);
			const cpuBefore = cpuSeconds(pid);
			const memory = watchMemory(pid);
			const { done, seconds } = await repeatTogether(clients, SECONDS, async (number) => {
				const started = performance.now();
				const journey = await take(origin, number);
				return { journey, seconds: (performance.now() - started) / 1000 };
			});
			journeys = done.map(({ journey }) => journey);
			return {
				perSecond: done.length / seconds,
				cpu: (cpuSeconds(pid) - cpuBefore) / done.length,
				memory: memory.stop(),
				journeySeconds: done.map((one) => one.seconds),
				journeys: done.length
			};
		},
		{ afterwards: (databaseFile) => expectComplete(databaseFile, journeys) }
	);
}

const times = (factor: number) => `${factor.toFixed(factor < 10 ? 1 : 0)}×`;

async function run(): Promise<Figure[]> {
	const { criteria } = questionIds();
	const few = await measure(8, takeCheck);
	const many = await measure(32, takeCheck);
	const autosave = await measure(32, (origin, number) => takeCheckByAutosave(origin, number, criteria));
	const speed = many.perSecond / LIMESURVEY.journeysPerSecond;
	const thrift = LIMESURVEY.cpuSecondsPerJourney / many.cpu;
	return [
		{ what: 'full journeys, 8 at once', value: few.perSecond, unit: '/s', beside: `${few.journeys} checks complete` },
		{
			what: 'full journeys, 32 at once',
			value: many.perSecond,
			unit: '/s',
			beside: `${many.journeys} checks complete; one takes ${percentile(many.journeySeconds, 0.5).toFixed(1)} s (median)`
		},
		{
			what: 'the same against LimeSurvey’s 48 items',
			value: speed,
			unit: '×',
			bar: { better: 'higher', limit: 40, stretch: 100 },
			beside: `LimeSurvey ${LIMESURVEY.journeysPerSecond}/s`
		},
		{
			what: 'full journeys with one save per answer (72), 32 at once',
			value: autosave.perSecond,
			unit: '/s',
			beside: `${autosave.journeys} checks complete; ${times(autosave.perSecond / LIMESURVEY.journeysPerSecond)} LimeSurvey`
		},
		{ what: 'CPU per journey, 32 at once', value: many.cpu * 1000, unit: 'ms' },
		{
			what: 'the same against LimeSurvey',
			value: thrift,
			unit: '× less',
			bar: { better: 'higher', limit: 30, stretch: 70 },
			beside: `LimeSurvey ${LIMESURVEY.cpuSecondsPerJourney} s`
		},
		{
			what: 'memory (PSS) at 32 clients, database included',
			value: Math.max(many.memory, autosave.memory),
			unit: 'MB',
			bar: { better: 'lower', limit: 256, stretch: 180 },
			beside: `LimeSurvey ${LIMESURVEY.megabytes} MB`
		}
	];
}

export const journeys: Section = {
	name: 'journeys',
	title: 'Full checks',
	method:
		'The built server on a new file, clients on the same machine over HTTP without JavaScript: start page, form, code, list, ' +
		'18 criterion pages opened and posted (54 ratings, 18 importances), review, finish, result. Every save is synced before its ' +
		'answer. Afterwards each stored answer is read back from the file and compared.',
	run
};
