import { setTimeout } from 'node:timers/promises';
import { runClients } from '../../tests/faults/clients.ts';
import { NO_DAMAGE, openLedger, type Damage } from '../../tests/faults/ledger.ts';
import { startWriter } from '../../tests/faults/writer-process.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { makeDisk } from './disk.ts';

const CLIENTS = 32;
/** Milliseconds under load before the power fails, at most. */
const LONGEST_LIFE = 60;
/** Per cent of the writes that reach the disk although nobody has synced. */
const LEAK = 20;

export interface PowerFigures extends Damage {
	failures: number;
	confirmations: number;
	faulty: number;
}

/** F2: power fails at random moments under load; what was not synced is gone, but for some of it, in no order. */
export async function losePower(
	library: string,
	folder: string,
	failures: number,
	synchronous: 'FULL' | 'NORMAL'
): Promise<PowerFigures> {
	const random = seededRandom(failures);
	const disk = makeDisk(library, folder);
	const ids = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
	const ledger = openLedger(ids, random);
	const figures: PowerFigures = { ...NO_DAMAGE, failures, confirmations: 0, faulty: 0 };
	for (let life = 0; life <= failures; life++) {
		const writer = await startWriter({ env: disk.env({ leak: LEAK }) });
		await writer.ask('open', disk.file);
		if (life === 0) await writer.ask('createChecks', ids);
		await writer.ask('synchronous', synchronous);
		const { rows, faults } = await writer.ask('inspect');
		const damage = ledger.compare(rows);
		for (const key of Object.keys(NO_DAMAGE) as (keyof Damage)[]) figures[key] += damage[key];
		figures.faulty += faults.length > 0 ? 1 : 0;
		const clients = runClients(writer, ledger, ids);
		await setTimeout(random.below(LONGEST_LIFE));
		await writer.end('SIGKILL');
		await clients.catch((error: unknown) => {
			// A check that was created and never synced is gone too.
			if (synchronous === 'FULL') throw error;
		});
		disk.losePower();
	}
	return { ...figures, confirmations: ledger.confirmations() };
}
