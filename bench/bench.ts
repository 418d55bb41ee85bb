// npm run bench: measures everything and writes bench/results.md; `npm run bench -- saves sizes` measures and prints those.
import { writeFileSync } from 'node:fs';
import { answering } from './answering.ts';
import { faults } from './faults.ts';
import type { Section } from './figure.ts';
import { journeys } from './journeys.ts';
import { describeMachine } from './machine.ts';
import { describeFigure, describeRun, type Measured } from './report.ts';
import { release } from './release.ts';
import { rounds } from './rounds.ts';
import { saves } from './saves.ts';
import { sizes } from './sizes.ts';
import { scoring } from './scoring.ts';
import { search } from './search.ts';
import { storage } from './storage.ts';

const SECTIONS: Section[] = [journeys, saves, sizes, search, release, rounds, answering, scoring, storage, faults];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !SECTIONS.some((section) => section.name === name));
if (unknown.length > 0) {
	console.error(`No section ${unknown.join(', ')}; there are: ${SECTIONS.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}

const machine = describeMachine();
console.log(machine.join('\n'));
const measured: Measured[] = [];
for (const section of SECTIONS) {
	const wanted = names.length === 0 ? !section.onlyWhenNamed : names.includes(section.name);
	if (!wanted) continue;
	console.log(`\n${section.title} …`);
	const figures = await section.run();
	console.log(figures.map(describeFigure).join('\n'));
	measured.push({ section, figures });
}
if (names.length === 0) {
	const today = new Date().toISOString().slice(0, 10);
	writeFileSync('bench/results.md', describeRun(today, machine, measured));
	console.log('\nWritten to bench/results.md');
}
