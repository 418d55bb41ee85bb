/** The thread that calculates what the answers of a large round come to. */
import { workerData } from 'node:worker_threads';
import { findInstrument } from '#lib/instruments/index.ts';
import { openReader } from './db/open.ts';
import { readRoundAnswers } from './round-answers.ts';
import { readRound } from './rounds.ts';
import { sendResult } from './worker.ts';

export interface RoundAnswersOrder {
	file: string;
	roundId: string;
}

const { file, roundId } = workerData as RoundAnswersOrder;
const read = openReader(file);
try {
	const answers = read.transaction((snapshot) => {
		const round = readRound(snapshot, roundId);
		const loaded = round && findInstrument(round.instrumentId, round.instrumentVersion);
		return loaded && readRoundAnswers(snapshot, round, loaded.instrument);
	});
	if (!answers) throw new Error('There is no such round, or its questionnaire is not part of this program');
	sendResult(answers);
} finally {
	read.$client.close();
}
