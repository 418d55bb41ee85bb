/** Answers of the public interface from published releases: the values of their pages and files, in another order. */
import type { AssociationList, CellPage, GroupList, ReleaseAbout, ReleaseCell, ReleaseList } from './answer.ts';
import type { CellQuery } from './query.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import type { Measure } from '#lib/domain/disclosure/disclosure.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { compareGroups, GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { Variant, type Text } from '#lib/domain/instrument/schema.ts';

/** What is public about a release besides its content. */
export interface PublishedRelease {
	content: ReleaseContent;
	sha256: string;
	/** `YYYY-MM-DD` */
	builtOn: string;
	retraction?: { reason: string; retractedOn: string };
}

/** @param releases the last one first */
export function releaseListOf(releases: readonly PublishedRelease[]): ReleaseList {
	const latest = releases.find(({ retraction }) => !retraction)?.content.number;
	return {
		...(latest !== undefined && { latest }),
		releases: releases.map(({ content: { number, cutoff, demonstration }, builtOn, retraction }) => ({
			number,
			cutoff,
			builtOn,
			demonstration,
			...(retraction && { retraction: { retractedOn: retraction.retractedOn, reason: retraction.reason } })
		}))
	};
}

export function releaseAboutOf({ content, sha256, builtOn }: PublishedRelease): ReleaseAbout {
	const { number, cutoff, demonstration, licence, methods, instruments } = content;
	const file = `/releases/${number}/release.json`;
	const twin = `/releases/${number}/twin.csv`;
	return { number, cutoff, builtOn, demonstration, licence, methods, instruments, sha256, file, twin };
}

/** D3: every group, with a number only where something of it is shown. */
export function groupListOf(content: ReleaseContent, nameOf: (group: Group) => Text): GroupList {
	const { number: release, cutoff, licence, tables, register = [] } = content;
	const numberIn = (variant: Variant, group: Group) => tables[variant].find((table) => table.group === group)?.n;
	return {
		release,
		cutoff,
		licence,
		groups: GROUPS.map((group) => {
			const entries = register.find((one) => one.group === group)?.count;
			const [full, short] = [numberIn('full', group), numberIn('short', group)];
			return {
				group,
				name: nameOf(group),
				...(entries !== undefined && { register: entries }),
				n: { ...(full !== undefined && { full }), ...(short !== undefined && { short }) }
			};
		})
	};
}

/** D9: how the criteria go together, where anything of it is shown. */
export function associationListOf({ number: release, cutoff, licence, associations }: ReleaseContent): AssociationList {
	return {
		release,
		cutoff,
		licence,
		associations: Variant.options.flatMap((variant) => {
			const shown = associations?.[variant];
			return shown ? [{ variant, ...shown }] : [];
		})
	};
}

const FIRST: readonly Measure[] = ['overall', ...DIMENSIONS];

/** Overall, dimensions, criteria by their ids: an order that depends on nothing that is stored. */
function compareMeasures(a: Measure, b: Measure): number {
	const place = (measure: Measure) => (FIRST.includes(measure) ? FIRST.indexOf(measure) : FIRST.length);
	return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A release never changes, so its cells are laid out once. */
const laidOut = new WeakMap<ReleaseContent, readonly ReleaseCell[]>();

/** All published cells of a release, in the order of variant, group and measure. */
export function cellsOf(content: ReleaseContent): readonly ReleaseCell[] {
	const known = laidOut.get(content);
	if (known) return known;
	const cells = Variant.options.flatMap((variant) =>
		content.tables[variant]
			.toSorted((a, b) => compareGroups(a.group, b.group))
			.flatMap(({ group, n, cells }) =>
				Object.entries(cells)
					.sort(([a], [b]) => compareMeasures(a, b))
					.map(([measure, cell]) => ({ variant, group, measure, n, ...cell }))
			)
	);
	laidOut.set(content, cells);
	return cells;
}

/** D4: a group or measure of which nothing is shown gives no cells, exactly as one that nobody has. */
export function cellPageOf(content: ReleaseContent, query: CellQuery): CellPage {
	const { number: release, cutoff, licence } = content;
	const { variant, group, measure, limit, offset } = query;
	const asked = cellsOf(content).filter(
		(cell) =>
			(variant === undefined || cell.variant === variant) &&
			(group === undefined || cell.group === group) &&
			(measure === undefined || cell.measure === measure)
	);
	const end = offset + limit;
	return {
		release,
		cutoff,
		licence,
		total: asked.length,
		offset,
		limit,
		...(end < asked.length && { next: addressOf(release, { ...query, offset: end }) }),
		cells: asked.slice(offset, end)
	};
}

function addressOf(release: number, query: CellQuery): string {
	const asked = Object.entries(query).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, String(value)] as [string, string]]
	);
	return `/api/v1/releases/${release}/cells?${new URLSearchParams(asked)}`;
}
