/** Made-up closed rounds of made-up municipalities, straight into a database. */
import type { Db } from '#lib/server/db/open.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';

export interface RoundInput {
	/** makes key, name and ids */
	index: number;
	scores: Record<string, number | null>;
	changes?: Partial<typeof assessment.$inferInsert>;
}

const keyOf = (index: number) => `05999${String(index).padStart(3, '0')}`;

/** Stores closed rounds, full, agreed to, all of different municipalities unless an index comes again. */
export async function insertRounds(db: Db, rounds: readonly RoundInput[]): Promise<void> {
	await db.write((writer) => {
		for (const { index, scores, changes } of rounds) {
			const place = {
				key: keyOf(index),
				name: `Musterau ${index}`,
				kind: 'town' as const,
				state: '05',
				population: 8_000
			};
			writer
				.insert(municipality)
				.values({ ...place, area: 900, registerDate: '2026-01-31', fictitious: true })
				.onConflictDoNothing()
				.run();
			writer
				.insert(assessment)
				.values({ ...closedRound(place), frozen: freezeScores(scores), ...changes })
				.run();
		}
	});
}

function closedRound(place: { key: string; name: string; kind: 'town'; state: string; population: number }) {
	return {
		id: `round-${place.key}`,
		mode: 'confidential' as const,
		state: 'closed' as const,
		instrumentId: 'standort-2030',
		instrumentVersion: '1.0.0',
		variant: 'full' as const,
		profile: { source: 'register' as const, municipality: place, asked: {} },
		municipalityKey: place.key,
		seed: 'seed',
		createdOn: '2026-09-01',
		savedOn: '2026-10-01',
		closedOn: '2026-10-01',
		comparisonAgreedOn: '2026-10-02'
	};
}

/** A frozen assessment with these scores; criteria have ids like `D1`. */
function freezeScores(scores: Record<string, number | null>) {
	const entries = Object.entries(scores).map(([measure, score]) => [measure, { score }] as const);
	const isCriterion = ([measure]: readonly [string, unknown]) => /^[A-Z]\d$/.test(measure);
	return {
		instrument: { id: 'standort-2030', version: '1.0.0', sha256: 'f'.repeat(64) },
		method: '1.0.0',
		result: {
			overall: scores.overall ?? null,
			dimensions: Object.fromEntries(entries.filter((entry) => !isCriterion(entry) && entry[0] !== 'overall')),
			criteria: Object.fromEntries(entries.filter(isCriterion))
		}
	};
}

/** Scores of so many municipalities, spread over the scale. */
export function spreadRounds(count: number, measures: readonly string[] = ['overall', 'decision', 'D1']): RoundInput[] {
	return Array.from({ length: count }, (_, index) => ({
		index,
		scores: Object.fromEntries(measures.map((measure) => [measure, 1 + (index % 9) / 2]))
	}));
}
