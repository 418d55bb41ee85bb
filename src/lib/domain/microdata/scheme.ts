/** D9 (b): which combinations of band and kind a file tells apart, so that each has enough rows. */
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import { knownTooWell, tooFew } from '#lib/domain/disclosure/disclosure.ts';
import { tallyOf } from '#lib/domain/disclosure/change.ts';
import { OTHER, type Combination } from './microdata.ts';
import { KINDS, type Band, type Kind } from '#lib/domain/municipality/municipality.ts';

/** A municipality by what decides about its place in a file. */
export interface Placed {
	id: string;
	band: Band;
	kind: Kind;
}

/** `2 town`, `2 other`, `other other`. */
export type Label = string;
export type Scheme = ReadonlySet<Label>;

/** Of everybody whose band and kind are both other. */
export const EVERYTHING: Label = `${OTHER} ${OTHER}`;

export const labelOf = ({ band, kind }: Pick<Combination, 'band' | 'kind'>): Label => `${band} ${kind}`;

/** Every combination of a band and a kind that there can be. */
export const PLACES: readonly Pick<Placed, 'band' | 'kind'>[] = ([1, 2, 3, 4, 5, 6] as const).flatMap((band) =>
	KINDS.map((kind) => ({ band, kind }))
);

type Place = (typeof PLACES)[number];

const placeByGroup = new Map<string, Place>(PLACES.map((place) => [`band:${place.band}/kind:${place.kind}`, place]));

/** The groups of a municipality never change once they are told. */
const placeOfGroups = new WeakMap<readonly string[], Place>();

/** Band and kind of whoever stands in these groups (D3). */
export function placeOf(groups: readonly string[]): Place | undefined {
	const known = placeOfGroups.get(groups);
	if (known) return known;
	const group = groups.find((one) => placeByGroup.has(one)) ?? '';
	const place = placeByGroup.get(group);
	if (place) placeOfGroups.set(groups, place);
	return place;
}

/** The narrowest label that the scheme has for a municipality: band and kind, else the kind becomes other, else the band too. */
export function placeIn(scheme: Scheme, { band, kind }: Pick<Placed, 'band' | 'kind'>): Label {
	const own = labelOf({ band, kind });
	if (scheme.has(own)) return own;
	const banded = labelOf({ band, kind: OTHER });
	return scheme.has(banded) ? banded : EVERYTHING;
}

/** The bands and kinds that a label stands for in its scheme, as one text. */
export function coverOf(scheme: Scheme, label: Label): string {
	return PLACES.filter((place) => placeIn(scheme, place) === label)
		.map(labelOf)
		.join();
}

/** D4: whether so many stand under a label, and unknown to each holder, that it may be told. */
export function isEnough(members: readonly Pick<Placed, 'id'>[], holders: readonly Holder[]): boolean {
	const tally = tallyOf(
		members.map(({ id }) => id),
		holders
	);
	return !tooFew(tally) && !knownTooWell(tally);
}

/**
 * The finest scheme in which every label has enough: small combinations lose their kind, then small bands their number; where
 * what is left over is too little by itself, the smallest of the others joins it. Empty where there are too few altogether.
 *
 * @param without labels that are given up
 */
export function coarsen(
	members: readonly Placed[],
	holders: readonly Holder[],
	without: ReadonlySet<Label> = new Set()
): Scheme {
	const scheme = new Set(
		members
			.flatMap(({ band, kind }) => [labelOf({ band, kind }), labelOf({ band, kind: OTHER })])
			.filter((label) => !without.has(label))
	);
	for (;;) {
		const placed = Map.groupBy(members, (member) => placeIn(scheme, member));
		const small = [...placed].filter(([, some]) => !isEnough(some, holders)).map(([label]) => label);
		if (small.length === 0) return new Set(placed.keys());
		const narrowest = Math.min(...small.map(widthOf));
		if (narrowest < widthOf(EVERYTHING))
			for (const label of small.filter((one) => widthOf(one) === narrowest)) scheme.delete(label);
		else {
			const next = nextToJoin(placed);
			if (next === undefined) return new Set();
			scheme.delete(next);
		}
	}
}

/** How much of a label has become other. */
function widthOf(label: Label): number {
	return label.split(' ').filter((part) => part === OTHER).length;
}

/** From counts alone: the wider first, then the smaller, then by name. */
function nextToJoin(placed: ReadonlyMap<Label, readonly Placed[]>): Label | undefined {
	const others = [...placed].filter(([label]) => label !== EVERYTHING);
	others.sort(([a, some], [b, more]) => widthOf(b) - widthOf(a) || some.length - more.length || (a < b ? -1 : 1));
	return others[0]?.[0];
}
