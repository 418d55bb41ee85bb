import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '../support/random.ts';
import { runClients } from './clients.ts';
import { NO_DAMAGE, openLedger, type Damage, type Ledger } from './ledger.ts';
import { startWriter } from './writer-process.ts';

export interface KillFigures extends Damage {
	kills: number;
	/** how many saves were confirmed in all lives together */
	confirmations: number;
	/** lives after which SQLite found a fault in the file */
	faulty: number;
}

const CLIENTS = 32;
/** Milliseconds of a life after its first confirmed save, at most. */
const LONGEST_LIFE = 40;
/** Share of lives that may end before anything is confirmed. */
const EARLY = 0.1;

/** F1: kills the writer at random moments while 32 clients save, starts it again and compares after each death. */
export async function killAtRandomMoments(file: string, kills: number, seed: number): Promise<KillFigures> {
	const random = seededRandom(seed);
	const ids = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
	const ledger = openLedger(ids, random);
	const figures: KillFigures = { ...NO_DAMAGE, kills, confirmations: 0, faulty: 0 };
	let next = startWriter();
	for (let life = 0; life <= kills; life++) {
		const writer = await next;
		next = life < kills ? startWriter() : next;
		if (life > 0 && random.chance(0.1)) {
			// Death while opening: the next life has to read the same log back.
			writer.ask('open', file).catch(() => undefined);
			await setTimeout(random.below(8));
			await writer.end('SIGKILL');
			continue;
		}
		await writer.ask('open', file);
		if (life === 0) await writer.ask('createChecks', ids);
		const { rows, faults } = await writer.ask('inspect');
		const damage = ledger.compare(rows);
		for (const key of Object.keys(NO_DAMAGE) as (keyof Damage)[]) figures[key] += damage[key];
		figures.faulty += faults.length > 0 ? 1 : 0;
		if (life === kills) await writer.end('SIGTERM');
		else {
			const clients = runClients(writer, ledger, ids);
			if (!random.chance(EARLY)) await firstConfirmation(ledger, clients);
			await setTimeout(random.below(LONGEST_LIFE));
			await writer.end('SIGKILL');
			await clients;
		}
	}
	return { ...figures, confirmations: ledger.confirmations() };
}

/** However slow the machine is just now, most kills shall meet a writer at work. */
async function firstConfirmation(ledger: Ledger, clients: Promise<void>) {
	const before = ledger.confirmations();
	const ended = clients.then(() => true);
	while (ledger.confirmations() === before) if (await Promise.race([ended, setTimeout(1, false)])) return;
}
