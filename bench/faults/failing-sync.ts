import { join } from 'node:path';
import { runClients } from '../../tests/faults/clients.ts';
import { NO_DAMAGE, openLedger, type Damage } from '../../tests/faults/ledger.ts';
import { startWriter } from '../../tests/faults/writer-process.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { makeDisk, type Temper } from './disk.ts';

export interface FailingFigures extends Damage {
	runs: number;
	/** runs that ended with the refusal to start, because the sync failed while opening */
	refusedStarts: number;
	/** saves confirmed after the sync had failed */
	confirmedAfter: number;
	/** runs after which /health was not 503 */
	unnoticed: number;
	/** runs after which the file did not open, or had faults */
	faulty: number;
}

const CLIENTS = 16;
/** Milliseconds after which the clients of a writer that goes on in spite of the failure give up. */
const PATIENCE = 20_000;

/** F4: the n-th sync fails and what it should have stored is gone; then the machine starts anew from what is on the disk. */
export async function failSyncs(
	library: string,
	folder: string,
	numbers: number[],
	error: NonNullable<Temper['error']>
): Promise<FailingFigures> {
	const total = { ...NO_DAMAGE, runs: 0, refusedStarts: 0, confirmedAfter: 0, unnoticed: 0, faulty: 0 };
	for (const failAt of numbers) {
		const one = await failSync(library, join(folder, `${error}-${failAt}`), { failAt, error });
		for (const key of Object.keys(total) as (keyof FailingFigures)[]) total[key] += one[key];
	}
	return total;
}

async function failSync(library: string, folder: string, temper: Temper): Promise<FailingFigures> {
	const figures = { ...NO_DAMAGE, runs: 1, refusedStarts: 0, confirmedAfter: 0, unnoticed: 0, faulty: 0 };
	const disk = makeDisk(library, folder);
	const ids = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
	const ledger = openLedger(ids, seededRandom(temper.failAt ?? 0));
	const writer = await startWriter({ env: disk.env(temper) });
	try {
		await writer.ask('open', disk.file);
		await writer.ask('createChecks', ids);
	} catch {
		figures.refusedStarts = 1;
	}
	if (!figures.refusedStarts) {
		await runClients(writer, ledger, ids, AbortSignal.timeout(PATIENCE));
		const confirmed = ledger.confirmations();
		await runClients(writer, ledger, ids, AbortSignal.timeout(PATIENCE));
		figures.confirmedAfter = ledger.confirmations() - confirmed;
		figures.unnoticed = (await writer.ask('health')).storage === 'broken' ? 0 : 1;
	}
	await writer.end('SIGTERM');
	disk.losePower();
	return { ...figures, ...(await startAnew(disk.file, ledger)) };
}

/** Starts without the fault and compares. */
async function startAnew(file: string, ledger: ReturnType<typeof openLedger>) {
	const writer = await startWriter();
	try {
		await writer.ask('open', file);
		const { rows, faults } = await writer.ask('inspect');
		return { ...ledger.compare(rows), faulty: faults.length > 0 ? 1 : 0 };
	} catch {
		return { faulty: 1 };
	} finally {
		await writer.end('SIGTERM');
	}
}
