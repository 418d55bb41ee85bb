import Database from 'better-sqlite3';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { importanceOf, ratingOf, type Journey } from './load/journey.ts';

interface StoredRow {
	question_id: string;
	value: string;
}

/** Ids of all criteria and items, in the order of the questionnaire. */
export function questionIds(): { criteria: string[]; items: string[] } {
	loadInstruments();
	const criteria = currentInstrument().instrument.dimensions.flatMap((dimension) => dimension.criteria);
	return {
		criteria: criteria.map(({ id }) => id),
		items: criteria.flatMap(({ items }) => items.map(({ id }) => id))
	};
}

/**
 * Reads back what journeys stored, from the file that the stopped server left.
 * @throws where an answer is missing or another one, or a check is not finished
 */
export function expectComplete(databaseFile: string, journeys: readonly Journey[]): void {
	const { criteria, items } = questionIds();
	const client = new Database(databaseFile, { readonly: true });
	const answers = client.prepare<[string], StoredRow>('SELECT question_id, value FROM answer WHERE assessment_id = ?');
	const closed = client.prepare<[string], string>('SELECT state FROM assessment WHERE id = ?').pluck();
	for (const { id, number } of journeys) {
		const stored = new Map(answers.all(id).map((row) => [row.question_id, JSON.parse(row.value)]));
		const wrong = [
			...items.filter((item) => stored.get(item)?.rating !== ratingOf(number, item)),
			...criteria.filter((criterion) => stored.get(criterion)?.importance !== importanceOf(number, criterion))
		];
		if (wrong.length > 0) throw new Error(`Check ${number} lacks ${wrong.length} answers: ${wrong.join(', ')}`);
		if (closed.get(id) !== 'closed') throw new Error(`Check ${number} is not finished`);
	}
	client.close();
}
