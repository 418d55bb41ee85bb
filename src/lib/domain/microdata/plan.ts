/** D9 (b): the microdata file of a release, after the files of all releases before it. */
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import { tallyOf } from '#lib/domain/disclosure/change.ts';
import { comparePatterns, type Combination, type Microdata, type Pattern } from './microdata.ts';
import { rowsChangedTooLittle, sameRows, schemeOf, unionChangedTooLittle } from './change.ts';
import { findRemainder, pathsBeside, type Beside, type LabelIn, type PathsBeside } from './remainder.ts';
import {
	coarsen,
	coverOf,
	EVERYTHING,
	isEnough,
	labelOf,
	placeIn,
	placeOf,
	PLACES,
	type Label,
	type Placed,
	type Scheme
} from './scheme.ts';

export interface MicrodataMember extends Placed {
	pattern: Pattern;
}

/** A release before, with the municipalities that its file was made from; undefined where it had none. */
export interface EarlierMicrodata {
	file: Microdata | undefined;
	members: readonly Placed[];
}

export interface MicrodataOrder {
	/** of the release */
	number: number;
	members: readonly MicrodataMember[];
	/** oldest first, one for each release */
	earlier: readonly EarlierMicrodata[];
	holders: readonly Holder[];
	/** the tables of the release */
	beside: Beside;
}

/**
 * The file, with every combination at least ten rows, and between any two files each combination, and each union of a few,
 * different in no row or in at least five; and beside the published tables nobody left over. First the finest combinations
 * are tried, then coarser ones where tables ask for it, then those of the last file; where none can be shown, the last file
 * stays as it was. Undefined where there is none, and can be none.
 */
export function planMicrodata(order: MicrodataOrder): Microdata | undefined {
	const last = order.earlier.findLast(({ file }) => file)?.file;
	const beside = pathsBeside(order.beside, order.holders);
	const without = new Set<Label>();
	for (;;) {
		const scheme = coarsen(order.members, order.holders, without);
		// Most of it is decided as if every row were new, which is quickly told.
		let remainder = scheme.size > 0 ? remainderOf(newFile(scheme, order.number), scheme, order, beside) : undefined;
		if (remainder === undefined) {
			const file = scheme.size > 0 ? tryScheme(scheme, last, order) : undefined;
			remainder = file && remainderOf(file, scheme, order, beside);
			if (file && remainder === undefined) return file;
		}
		if (remainder === undefined || remainder === EVERYTHING) break;
		without.add(remainder);
	}
	const file = last && tryScheme(schemeOf(last), last, order);
	return file && remainderOf(file, schemeOf(last), order, beside) === undefined ? file : last;
}

/** A file without its rows. */
function newFile(scheme: Scheme, number: number): Microdata {
	return { combinations: Array.from(scheme, (label) => combinationOf(label, [], number)) };
}

/** The combination that the tables forbid in a file. */
function remainderOf(
	file: Microdata,
	scheme: Scheme,
	{ earlier }: MicrodataOrder,
	beside: readonly PathsBeside[]
): Label | undefined {
	const schemes = [...earlier.map(({ file }) => file && schemeOf(file)), scheme];
	const labelIn: LabelIn = (groups, release) => {
		const place = placeOf(groups);
		const own = schemes[release - 1];
		return place && own && placeIn(own, place);
	};
	return findRemainder(file, beside, labelIn);
}

function tryScheme(scheme: Scheme, last: Microdata | undefined, order: MicrodataOrder): Microdata | undefined {
	const placed = Map.groupBy(order.members, (member) => placeIn(scheme, member));
	// Some of the present municipalities have no place in an old scheme.
	if ([...placed.keys()].some((label) => !scheme.has(label))) return undefined;
	const known = knowing(scheme, order);
	const combinations: Combination[] = [];
	for (const label of scheme) {
		const members = placed.get(label) ?? [];
		const before = last?.combinations.find((one) => labelOf(one) === label);
		const now = combinationOf(label, members, order.number);
		if (before && sameRows(before, now)) combinations.push(before);
		else if (isEnough(members, order.holders) && mayRenew(label, now, known(label), order)) combinations.push(now);
		else if (before && last && coverOf(schemeOf(last), label) === coverOf(scheme, label)) combinations.push(before);
		else return undefined;
	}
	const file: Microdata = { combinations: combinations.sort(compareCombinations) };
	const drifts = filesOf(order).some((earlier) => unionChangedTooLittle(earlier, file, known));
	return drifts ? undefined : file;
}

const filesOf = ({ earlier }: MicrodataOrder) => [...new Set(earlier.flatMap(({ file }) => file ?? []))];

function combinationOf(label: Label, members: readonly MicrodataMember[], from: number): Combination {
	const [band = '', kind] = label.split(' ');
	const rows = members.map(({ pattern }) => pattern).sort(comparePatterns);
	return { band: Number(band) || 'other', kind, from, rows } as Combination;
}

/** D7: whether it differs from every earlier one of its name by nothing or by enough. */
function mayRenew(label: Label, now: Combination, known: number, order: MicrodataOrder): boolean {
	return filesOf(order).every(({ combinations }) => {
		const before = combinations.find((one) => labelOf(one) === label);
		return !before || !rowsChangedTooLittle(before, now, known);
	});
}

/** D7: how many of a combination, now or in earlier files, the holder knows who knows most of them. */
function knowing(scheme: Scheme, { members, earlier, holders }: MicrodataOrder): (label: Label) => number {
	const behind = new Map<Label, Set<string>>();
	const add = (some: readonly Placed[], by: Scheme) => {
		for (const member of some) {
			const label = placeIn(by, member);
			behind.set(label, (behind.get(label) ?? new Set()).add(member.id));
		}
	};
	if (holders.length > 0) {
		add(members, scheme);
		for (const { file, members: former } of earlier) if (file) add(former, schemeOf(file));
	}
	return (label) => {
		const [all, ...unknown] = tallyOf(behind.get(label) ?? [], holders);
		return all - Math.min(all, ...unknown);
	};
}

/** By band, then by kind, what is other last. */
function compareCombinations(a: Combination, b: Combination): number {
	const position = ({ band, kind }: Combination) => {
		const index = PLACES.findIndex((place) => place.kind === kind);
		return 10 * (band === 'other' ? 7 : band) + (index < 0 ? 9 : index);
	};
	return position(a) - position(b);
}
