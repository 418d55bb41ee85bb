// npm run replay: calculates every closed assessment again and compares it with what is stored (M15). It only reads.
import { openReader } from '#lib/server/db/reader.ts';
import { replayAll } from '#lib/server/replays.ts';
import { describeProblems, summarise } from './replay-report.ts';

function replayFile(file: string): number {
	const read = openReader(file);
	try {
		let [equal, different] = [0, 0];
		for (const replayed of replayAll(read)) {
			if (replayed.problems.length === 0) equal++;
			else {
				different++;
				console.log(describeProblems(replayed));
			}
			if (process.stderr.isTTY) process.stderr.write(`\r${equal + different}\r`);
		}
		console.log(summarise(equal, different));
		return different;
	} finally {
		read.$client.close();
	}
}

if (process.argv.length > 2) {
	console.error('Aufruf · usage: npm run replay');
	process.exit(2);
}
try {
	process.exitCode = replayFile(process.env.DATABASE_FILE ?? 'data/standort.db') === 0 ? 0 : 1;
} catch (error) {
	console.error('Das Nachrechnen war nicht möglich. · Recomputing was not possible.');
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
}
