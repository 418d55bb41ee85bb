/**
 * Names of peer groups (D3) in the page's language: what many are called („Städte“), for tables, choices and the public interface.
 * The codebook (`codebook/groups.ts`) has others on purpose: what one municipality answers („Kreisangehörige Stadt“), as the
 * questionnaire of its release words it. Called while a page is loaded: browsers need not know them all.
 */
import { axisOf, type Axis } from '#lib/domain/disclosure/axis.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import type { Kind } from '#lib/domain/municipality/municipality.ts';
import * as m from '#lib/paraglide/messages.js';

const BANDS = [m.group_band_1, m.group_band_2, m.group_band_3, m.group_band_4, m.group_band_5, m.group_band_6];

type Name = (inputs: Record<string, never>, options?: { locale?: Locale }) => string;

const KINDS: Record<Kind, Name> = {
	district: m.group_kind_district,
	independentCity: m.group_kind_independentCity,
	town: m.group_kind_town,
	municipality: m.group_kind_municipality,
	association: m.group_kind_association
};

const STATES = [
	m.group_state_01,
	m.group_state_02,
	m.group_state_03,
	m.group_state_04,
	m.group_state_05,
	m.group_state_06,
	m.group_state_07,
	m.group_state_08,
	m.group_state_09,
	m.group_state_10,
	m.group_state_11,
	m.group_state_12,
	m.group_state_13,
	m.group_state_14,
	m.group_state_15,
	m.group_state_16
];

const AXES: Record<Axis, () => string> = {
	all: m.group_axis_all,
	band: m.group_axis_band,
	kind: m.group_axis_kind,
	state: m.group_axis_state,
	cell: m.group_axis_cell
};

/** What a group is called, in the page's language unless another is named. */
export function groupName(group: Group, locale?: Locale): string {
	const options = locale && { locale };
	const [band, kind, state] = ['band', 'kind', 'state'].map((axis) => new RegExp(`${axis}:(\\w+)`).exec(group)?.[1]);
	const bandName = band && BANDS[Number(band) - 1]?.({}, options);
	const kindName = kind && KINDS[kind as Kind]({}, options);
	if (bandName && kindName) return m.group_cell({ kind: kindName, band: bandName }, options);
	return bandName ?? kindName ?? (state && STATES[Number(state) - 1]?.({}, options)) ?? m.group_all({}, options);
}

/** What the groups of an axis have in common. */
export function axisName(group: Group): string {
	return AXES[axisOf(group)]();
}
