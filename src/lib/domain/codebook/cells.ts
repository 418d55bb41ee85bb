/** The columns of the file of published cells, as `cellSheet` writes them. */
import { groupValues } from './groups.ts';
import { measureVariables } from './measures.ts';
import type { Variable } from './variable.ts';
import { COUNT_STEP } from '#lib/domain/disclosure/cell.ts';
import { BAR_MINIMUM } from '#lib/domain/disclosure/histogram.ts';
import { FINE_MINIMUM, GROUP_MINIMUM, HISTOGRAM_MINIMUM, QUARTILE_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import type { Instrument, Text } from '#lib/domain/instrument/instrument.ts';

const LEVELS: Text = { de: 'Stufe', en: 'level' };
const MUNICIPALITIES: Text = { de: 'Kommunen', en: 'municipalities' };
const SCORES = { from: 1, to: 5 };

/** Withheld and empty look the same: neither has a row. */
const EITHER: Text = {
	de: 'Ein Wert, den es nicht gibt oder der zum Schutz einzelner Kommunen nicht gezeigt wird, hat keine Zeile; beides sieht gleich aus.',
	en: 'A value that does not exist, or is not shown in order to protect individual municipalities, has no row; both look the same.'
};
const NO_ROW: Text = { de: `Nie leer. ${EITHER.de}`, en: `Never empty. ${EITHER.en}` };

const below = (minimum: number): Text => ({
	de: `Leer, wenn weniger als ${minimum} Kommunen hinter dem Wert stehen. ${EITHER.de}`,
	en: `Empty where fewer than ${minimum} municipalities stand behind the value. ${EITHER.en}`
});

const ROUNDED: Text = {
	de: `Kaufmännisch auf 0,2 gerundet, ab ${FINE_MINIMUM} Kommunen auf 0,1.`,
	en: `Rounded half up to 0.2, from ${FINE_MINIMUM} municipalities to 0.1.`
};

const released = (text: Text, ...rules: string[]): Variable['source'] => ({ rules, text });
const rounded = (de: string, en: string) =>
	released({ de: `${de} ${ROUNDED.de}`, en: `${en} ${ROUNDED.en}` }, 'D2', 'D4', 'D5');

export function cellVariables(instrument: Instrument): Variable[] {
	const bare = { unit: null, range: null, values: [], missing: NO_ROW };
	const score = { type: 'decimal' as const, unit: LEVELS, range: SCORES, values: [] };
	return [
		{
			...bare,
			name: 'release',
			label: { de: 'Nummer des Veröffentlichungsstands', en: 'Number of the release' },
			type: 'whole',
			range: { from: 1, to: null },
			source: released({ de: 'Fortlaufend gezählt.', en: 'Counted in sequence.' }, 'D2')
		},
		{
			...bare,
			name: 'cutoff',
			label: { de: 'Stichtag', en: 'Cut-off date' },
			type: 'date',
			source: released(
				{
					de: 'Es zählt, was vor diesem Tag abgeschlossen und für den Vergleich freigegeben war.',
					en: 'What was closed and agreed to before this day counts.'
				},
				'D1',
				'D2'
			)
		},
		{
			...bare,
			name: 'questionnaire',
			label: { de: 'Umfang des Fragebogens', en: 'Extent of the questionnaire' },
			type: 'text',
			values: [
				{ value: 'full', label: { de: 'vollständig', en: 'full' } },
				{ value: 'short', label: { de: 'kurz', en: 'short' } }
			],
			source: released(
				{
					de: 'Beide Umfänge werden nie gemischt; eine Kommune zählt nur in einem.',
					en: 'The two extents are never mixed; a municipality counts in one of them only.'
				},
				'D1',
				'M17'
			)
		},
		{
			...bare,
			name: 'group',
			label: { de: 'Vergleichsgruppe', en: 'Peer group' },
			type: 'text',
			values: groupValues(instrument),
			source: released(
				{
					de: 'Aus dem Profil, wie es beim Abschluss der Bewertung galt. Wer teilnimmt, hat sich selbst dafür entschieden.',
					en: 'From the profile as it was when the assessment was closed. Participants are self-selected.'
				},
				'D3'
			)
		},
		{
			...bare,
			name: 'measure',
			label: { de: 'Bereich', en: 'Measure' },
			type: 'text',
			values: measureVariables(instrument).map(({ name, label }) => ({ value: name, label })),
			source: released(
				{
					de: 'Insgesamt, Dimension oder Kriterium des Fragebogens; einzeln beschrieben unter „measures“.',
					en: 'Overall, dimension or criterion of the questionnaire; described one by one under “measures”.'
				},
				'M3',
				'M4',
				'M5'
			)
		},
		{
			...bare,
			name: 'n_at_least',
			label: { de: 'Kommunen in der Gruppe, mindestens', en: 'Municipalities in the group, at least' },
			description: {
				de: 'Gilt für die Gruppe, nicht für den einzelnen Wert.',
				en: 'Holds for the group, not for the single value.'
			},
			type: 'whole',
			unit: MUNICIPALITIES,
			range: { from: GROUP_MINIMUM, to: null },
			source: released(
				{
					de: `Auf ein Vielfaches von ${COUNT_STEP} abgerundet.`,
					en: `Rounded down to a multiple of ${COUNT_STEP}.`
				},
				'D4',
				'D5'
			)
		},
		{
			...score,
			name: 'median',
			label: { de: 'Median', en: 'Median' },
			missing: NO_ROW,
			source: rounded('Median der Werte der Kommunen.', 'Median of the municipalities’ scores.')
		},
		{
			...score,
			name: 'q1',
			label: { de: 'Unteres Quartil', en: 'Lower quartile' },
			missing: below(QUARTILE_MINIMUM),
			source: rounded('25-%-Quantil (Typ 7).', '25 % quantile (type 7).')
		},
		{
			...score,
			name: 'q3',
			label: { de: 'Oberes Quartil', en: 'Upper quartile' },
			missing: below(QUARTILE_MINIMUM),
			source: rounded('75-%-Quantil (Typ 7).', '75 % quantile (type 7).')
		},
		{
			...bare,
			name: 'histogram',
			label: { de: 'Verteilung auf die Stufen', en: 'Distribution over the levels' },
			description: {
				de: 'Abschnitte „von-bis:Anteil“, durch Leerzeichen getrennt, etwa „1-2:40 3-3:35 4-5:25“: gerundete Stufen und ihr Anteil in Prozent. Die Anteile sind gerundet und ergeben nicht immer 100.',
				en: 'Parts “from-to:share”, separated by blanks, such as “1-2:40 3-3:35 4-5:25”: rounded levels and their share in percent. Shares are rounded and do not always add up to 100.'
			},
			type: 'text',
			unit: { de: 'Prozent', en: 'percent' },
			missing: below(HISTOGRAM_MINIMUM),
			source: released(
				{
					de: `Benachbarte Stufen sind zusammengefasst, bis hinter jedem Abschnitt mindestens ${BAR_MINIMUM} Kommunen stehen.`,
					en: `Neighbouring levels are joined until at least ${BAR_MINIMUM} municipalities stand behind each part.`
				},
				'D5',
				'M7'
			)
		},
		{
			...bare,
			name: 'carried_from',
			label: { de: 'Unverändert aus Veröffentlichungsstand', en: 'Unchanged from release' },
			type: 'whole',
			range: { from: 1, to: null },
			missing: {
				de: 'Leer, wenn der Wert in diesem Stand neu ist.',
				en: 'Empty where the value is new in this release.'
			},
			source: released(
				{
					de: 'Ein Wert wird nur erneuert, wenn sich in der Gruppe genug geändert hat.',
					en: 'A value is renewed only if enough has changed in the group.'
				},
				'D7'
			)
		}
	];
}
