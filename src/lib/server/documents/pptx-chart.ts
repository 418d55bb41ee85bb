/** Charts of presentations: drawn by the program that shows them, from numbers that can be changed there. */
import type PptxGenJS from 'pptxgenjs';
import type { SlideChart } from '#lib/domain/document/deck.ts';
import { wrapLabel } from '#lib/domain/document/wrap-label.ts';
import { SCALE } from '#lib/domain/result/chart.ts';
import { colour } from './docx-look.ts';
import { FONT, MUTED_COLOUR, TEXT_COLOUR } from './pptx-look.ts';

/** The first on top; the library's types know the other direction only. */
const DOWNWARDS = 'maxMin' as 'minMax';

/** characters of a line beside a radar */
const RADAR_LABEL = 24;

interface Place {
	x: number;
	y: number;
	w: number;
	h: number;
}

export function addChart(
	slide: PptxGenJS.Slide,
	{ kind, name, bars, alternative }: SlideChart,
	place: Place,
	{ lang, accent }: { lang: string; accent: string }
): void {
	// Around a radar there is room for words, not for names.
	const labels = bars.map(({ label }) => (kind === 'radar' ? wrapLabel(label, RADAR_LABEL).join('\n') : label));
	const data = [{ name, labels, values: bars.map(({ score }) => score) }];
	const axes = {
		...{ valAxisMinVal: SCALE.from, valAxisMaxVal: SCALE.to, valAxisMajorUnit: 1, valAxisLabelFontSize: 12 },
		...{ valAxisLabelColor: MUTED_COLOUR, catAxisLabelColor: TEXT_COLOUR },
		...{ catAxisLabelFontFace: FONT, valAxisLabelFontFace: FONT, valAxisLabelFormatCode: '0' }
	};
	const common = { ...place, ...axes, altText: alternative, lang, showLegend: false, showTitle: false };
	if (kind === 'radar')
		slide.addChart('radar', data, {
			...{ ...common, radarStyle: 'marker' as const, catAxisLabelFontSize: bars.length > 8 ? 11 : 14 },
			...{ chartColors: [colour(accent)], lineSize: 2.5 }
		});
	else
		slide.addChart('bar', data, {
			...{
				...common,
				barDir: 'bar' as const,
				catAxisOrientation: DOWNWARDS,
				catAxisLabelFontSize: 14,
				barGapWidthPct: 60
			},
			...{ chartColors: bars.map(({ hue }) => colour(hue)), valGridLine: { color: 'D9DCE5', size: 0.75 } },
			...{ showValue: true, dataLabelFormatCode: '0.0', dataLabelFontSize: 14, dataLabelColor: TEXT_COLOUR }
		});
}
