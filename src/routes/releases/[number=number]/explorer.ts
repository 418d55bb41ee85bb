/** What the page of a release shows of its groups, as the address asks for it. */
import { axisName, groupName } from '#lib/components/comparison/group-words.ts';
import { measuresOf } from '#lib/domain/disclosure/benchmark.ts';
import type { Measure } from '#lib/domain/disclosure/disclosure.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { ReleaseContent, Table } from '#lib/domain/disclosure/release.ts';
import { byAxis, GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';

/** So many groups stand side by side. */
export const SIDE_BY_SIDE = 3;

/** What the address asks for; whatever it holds that does not exist is passed over. */
export function viewOf(content: ReleaseContent, instrument: Instrument, query: URLSearchParams) {
	const variants = Variant.options.filter((variant) => content.tables[variant].length > 0);
	const variant = variants.find((one) => one === query.get('variant')) ?? variants[0] ?? 'full';
	const measures = measuresOf(instrument);
	const measure: Measure = measures.find((one) => one === query.get('measure')) ?? 'overall';
	const asked = [...new Set(query.getAll('group'))];
	const groups = asked.flatMap((group) => GROUPS.find((one) => one === group) ?? []).slice(0, SIDE_BY_SIDE);
	return { variants, variant, measures, measure, groups: groups.length > 0 ? groups : (['all'] satisfies Group[]) };
}
export type View = ReturnType<typeof viewOf>;

const named = (group: Group) => ({ group, name: groupName(group) });
const tableOf = (tables: readonly Table[], group: Group) => tables.find((table) => table.group === group);

/** The groups to choose from, by axis: those of which anything is shown, and those that are chosen. */
function optionsOf(tables: readonly Table[], chosen: readonly Group[]) {
	const groups = new Set([...tables.map(({ group }) => group), ...chosen]);
	return byAxis([...groups].map(named)).map((options) => ({
		axis: axisName(options[0]?.group ?? 'all'),
		options
	}));
}

/** @param releases that can be looked at, the last one first */
export function exploreRelease(content: ReleaseContent, releases: readonly ReleaseContent[], view: View) {
	const { variant, measure, measures, groups } = view;
	const tables = content.tables[variant];
	const rows = byAxis(tables.map(({ group, n, cells }) => ({ ...named(group), n, cell: cells[measure] })));
	const without = GROUPS.filter((group) => !tableOf(tables, group));
	return {
		options: optionsOf(tables, groups),
		axes: rows.map((some) => ({ axis: axisName(some[0]?.group ?? 'all'), rows: some })),
		without: without.map((group) => groupName(group)),
		side: {
			columns: groups.map((group) => ({ ...named(group), n: tableOf(tables, group)?.n })),
			rows: measures.map((one) => ({ measure: one, cells: groups.map((group) => tableOf(tables, group)?.cells[one]) }))
		},
		series: releases.map((release) => ({
			number: release.number,
			cutoff: release.cutoff,
			cells: groups.map((group) => tableOf(release.tables[variant], group)?.cells[measure])
		})),
		representation: representationOf(content, tables)
	};
}

/** Who takes part against the register, from published numbers alone; withheld and empty alike have none. */
function representationOf({ register = [] }: ReleaseContent, tables: readonly Table[]) {
	const counted = register.map(({ group, count }) => ({
		...named(group),
		register: count,
		n: tableOf(tables, group)?.n
	}));
	return byAxis(counted).flatMap((some) => (some[0]?.group.includes('/') ? [] : some));
}
