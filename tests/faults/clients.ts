import type { Ledger } from './ledger.ts';
import { WriterDied, type WriterProcess } from './writer-process.ts';

/** One client per check saves one change after the other, until the writer dies or takes no more, or `until` has come. */
export async function runClients(writer: WriterProcess, ledger: Ledger, ids: string[], until?: AbortSignal) {
	await Promise.all(ids.map((id) => runClient(writer, ledger, id, until)));
}

async function runClient(writer: WriterProcess, ledger: Ledger, id: string, until?: AbortSignal) {
	try {
		while (!until?.aborted) {
			const { page, change } = ledger.nextChange(id);
			const answer = await writer.ask('save', id, [change]);
			if ('refused' in answer) throw new Error(`The save was refused: ${answer.refused}`);
			answer.forEach((each) => ledger.note(page, change, each));
		}
	} catch (error) {
		const hasStopped = error instanceof Error && error.name === 'StorageBroken';
		if (!hasStopped && !(error instanceof WriterDied)) throw error;
	}
}
