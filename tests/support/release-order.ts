/** Orders for the files of a made-up release. */
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { ReleaseOrder } from '#lib/server/releases/release-making.ts';

const BARS = [
	{ from: 1 as const, to: 2 as const, share: 60 },
	{ from: 3 as const, to: 5 as const, share: 40 }
];

/** Two groups with four cells: a median alone, one that was carried over, and everything that a cell can hold. */
export const someTables: ReleaseContent['tables'] = {
	full: [
		{ group: 'kind:town', n: 10, cells: { decision: { median: 2.4, carriedFrom: 1 }, D1: { median: 3 } } },
		{ group: 'all', n: 35, cells: { D1: { median: 2, q1: 1.6, q3: 3, histogram: BARS } } }
	],
	short: [{ group: 'all', n: 15, cells: { overall: { median: 2.2 } } }]
};

export function releaseOrder(
	changes: Partial<ReleaseContent> = {},
	publisher = 'Amt für Ümläute & "Söhne"'
): ReleaseOrder {
	const { instrument } = currentInstrument();
	const { id, version, licence } = instrument;
	const content: ReleaseContent = {
		number: 2,
		cutoff: '2026-11-01',
		demonstration: false,
		licence: 'CC BY 4.0',
		methods: ['1.0.0'],
		instruments: [{ id, version, sha256: '' }],
		tables: someTables,
		...changes
	};
	const { number, cutoff, demonstration, methods } = content;
	const about = {
		...{ number, cutoff, demonstration, methods, publisher },
		builtOn: '2026-11-25',
		sha256: 'a'.repeat(64),
		address: `https://standort.example/releases/${number}`,
		questionnaire: { id, version, licence }
	};
	return { content, about, instrument };
}
