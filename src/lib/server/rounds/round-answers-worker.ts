/** The thread that calculates what the answers of a large round come to. */
import { workerData } from 'node:worker_threads';
import { openReader } from '#lib/server/db/reader.ts';
import { readRoundAnswers, type RoundAnswersOrder } from './round-answers.ts';
import { readRound } from './rounds.ts';
import { sendResult } from '#lib/server/worker.ts';

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
