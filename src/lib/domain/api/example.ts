/** Made-up examples of what the public interface answers, made by what makes the answers. */
import type { OperationId } from './operation.ts';
import {
	associationListOf,
	cellPageOf,
	groupListOf,
	releaseAboutOf,
	releaseListOf,
	type PublishedRelease
} from './release.ts';
import { codebookOf, type Codebook } from '#lib/domain/codebook/codebook.ts';
import type { Cell } from '#lib/domain/disclosure/cell.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { Instrument, Text } from '#lib/domain/instrument/instrument.ts';

const overall: Cell = {
	median: 2.6,
	q1: 2.2,
	q3: 3.2,
	histogram: [
		{ from: 1, to: 2, share: 40 },
		{ from: 3, to: 3, share: 40 },
		{ from: 4, to: 5, share: 20 }
	]
};

const EXAMPLE: PublishedRelease = {
	content: {
		number: 1,
		cutoff: '2026-11-01',
		demonstration: false,
		licence: 'CC BY 4.0',
		methods: ['1.0.0'],
		instruments: [{ id: 'standort-2030', version: '1.0.0', sha256: 'c0ffee'.repeat(11).slice(0, 64) }],
		tables: {
			full: [
				{ group: 'all', n: 45, cells: { overall } },
				{ group: 'kind:town', n: 15, cells: { overall: { median: 2.8 } } }
			],
			short: []
		},
		register: [
			{ group: 'all', count: 10_950 },
			{ group: 'kind:town', count: 1_900 }
		],
		associations: {
			full: { correlations: [{ first: 'D1', second: 'D2', rho: 0.55 }], reliability: { decision: 0.8 } }
		}
	},
	sha256: '2030'.repeat(16),
	builtOn: '2026-11-25'
};

/** The groups that stand in an example of all of them. */
const FEW: readonly Group[] = ['all', 'kind:town', 'state:04'];

/** What the example of an operation is answered by, lists cut short; undefined for the description itself. */
export function exampleOf(id: OperationId, nameOf: (group: Group) => Text, instrument: Instrument): unknown {
	const { content } = EXAMPLE;
	const groups = groupListOf(content, nameOf);
	const examples: Record<OperationId, unknown> = {
		listReleases: releaseListOf([EXAMPLE]),
		getRelease: releaseAboutOf(EXAMPLE),
		listGroups: { ...groups, groups: groups.groups.filter(({ group }) => FEW.includes(group)) },
		listCells: cellPageOf(content, { group: 'all', measure: 'overall', limit: 500, offset: 0 }),
		listAssociations: associationListOf(content),
		getCodebook: shortened(codebookOf(instrument)),
		getDescription: undefined
	};
	return examples[id];
}

/** One variable, and nothing of the others. */
function shortened(codebook: Codebook): Codebook {
	const cells = codebook.cells.filter(({ name }) => name === 'median');
	return { ...codebook, cells, measures: [], items: [] };
}
