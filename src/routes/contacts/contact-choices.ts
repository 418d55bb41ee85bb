/** By what the list of contacts can be narrowed, besides criteria, in the page's language. */
import { groupName } from '#lib/components/comparison/group-words.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import { BANDS } from '#lib/domain/municipality/municipality.ts';

interface Choice {
	value: string;
	name: string;
}

/** The official two digits go up to this. */
const STATES = 16;

/** Population bands (D3), the smallest first. */
export function bandChoices(): Choice[] {
	return BANDS.map((_, index) => choice('band', String(index + 1)));
}

/** The Länder, in the order of their official digits. */
export function stateChoices(): Choice[] {
	return Array.from({ length: STATES }, (_, index) => choice('state', String(index + 1).padStart(2, '0')));
}

const choice = (axis: 'band' | 'state', value: string) => ({ value, name: groupName(`${axis}:${value}` as Group) });
