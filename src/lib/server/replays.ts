/** M15: every closed assessment calculated again from what was frozen with it. It reads only. */
import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { replay, type Difference } from '#lib/domain/result/freeze.ts';
import { Frozen, METHOD_VERSION } from '#lib/domain/result/frozen.ts';
import { loadInstruments, type LoadedInstrument } from '#lib/instruments/index.ts';
import type { Reader } from './db/open.ts';
import { assessment } from './db/schema.ts';
import { sha256 } from './sha256.ts';

/** So many are read at once; no view of the data is held open between two reads. */
const BATCH = 100;

/** Why a stored result is not proven. Every one is an alarm, never mended by calculating anew. */
export type ReplayProblem =
	/** what is stored is not what closing stores */
	| { problem: 'unreadable'; reason: string }
	/** its texts are not part of this program */
	| { problem: 'unknownInstrument'; instrument: string; version: string }
	/** its texts have changed under the same version */
	| { problem: 'otherTexts'; version: string; stored: string; again: string }
	/** it was calculated by other rules than this program has */
	| { problem: 'otherRules'; stored: string; again: string }
	| ({ problem: 'difference' } & Difference);

/** A closed assessment calculated again; without problems every digit is the same. */
export interface Replayed {
	id: string;
	problems: ReplayProblem[];
}

/** Calculates all closed assessments again, one after the other, in the order of their ids. */
export function* replayAll(read: Reader, versions: LoadedInstrument[] = loadInstruments()): Generator<Replayed> {
	let after = '';
	let batch;
	do {
		batch = read
			.select({ id: assessment.id, frozen: assessment.frozen })
			.from(assessment)
			.where(and(gt(assessment.id, after), eq(assessment.state, 'closed')))
			.orderBy(assessment.id)
			.limit(BATCH)
			.all();
		for (const { id, frozen } of batch) yield { id, problems: problemsOf(frozen, versions) };
		after = batch.at(-1)?.id ?? after;
	} while (batch.length === BATCH);
}

function problemsOf(stored: unknown, versions: LoadedInstrument[]): ReplayProblem[] {
	const { data: frozen, error } = Frozen.safeParse(stored);
	if (error) return [{ problem: 'unreadable', reason: z.prettifyError(error) }];
	const { id, version } = frozen.instrument;
	const own = versions.find(({ instrument }) => instrument.id === id && instrument.version === version);
	if (!own) return [{ problem: 'unknownInstrument', instrument: id, version }];
	return replay(frozen, own, sha256).map((difference): ReplayProblem => {
		if (difference.path === 'instrument.sha256')
			return { problem: 'otherTexts', version, stored: frozen.instrument.sha256, again: own.sha256 };
		if (difference.path === 'method') return { problem: 'otherRules', stored: frozen.method, again: METHOD_VERSION };
		return { problem: 'difference', ...difference };
	});
}
