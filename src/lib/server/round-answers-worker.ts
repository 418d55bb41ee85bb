/** The thread that calculates what the answers of a large round come to. */
import { workerData } from 'node:worker_threads';
import type { Instrument } from '#lib/domain/instrument.ts';
import { openReader } from './db/open.ts';
import { readRoundAnswers } from './round-answers.ts';
import { readRound } from './rounds.ts';
import { sendResult } from './worker.ts';

export interface RoundAnswersOrder {
	file: string;
	roundId: string;
	/** the round's own; reading all texts once more would take longer than the work */
	instrument: Instrument;
}

const { file, roundId, instrument } = workerData as RoundAnswersOrder;
const read = openReader(file);
try {
	const answers = read.transaction((snapshot) => {
		const round = readRound(snapshot, roundId);
		return round && readRoundAnswers(snapshot, round, instrument);
	});
	if (!answers) throw new Error('There is no such round');
	sendResult(answers);
} finally {
	read.$client.close();
}
