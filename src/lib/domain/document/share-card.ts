/** A published result as one picture to share: the stage of each dimension, and whose it is. */
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import { HIGHEST_STAGE, LOWEST_STAGE } from '#lib/domain/scoring/stage.ts';
import type { XmlElement } from '#lib/domain/xml.ts';
import { HUES, INK, MUTED, PAPER, textWidth } from './chart-look.ts';
import { dimensionMark } from './mark.ts';
import { rect, text, type Drawing } from './svg.ts';
import { wrapLabel } from './wrap-label.ts';

/** What stands on it, in the reader's language. */
export interface ShareCard {
	/** whose result it is */
	name: string;
	/** what it is, and of which day */
	about: string;
	dimensions: readonly { id: DimensionId; name: string; stage: number | null; said: string }[];
	/** how far it can be trusted */
	note: string;
	product: string;
}

/** What networks expect of a picture in a post. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 64;
const INNER = CARD_SIZE.width - 2 * MARGIN;
const NAME_LINES = 2;
/** Sizes of the name, the largest that fits on its lines first. */
const NAME_SIZES = [64, 52, 42, 34];
const ROWS = { top: 268, height: 92 };
const STEPS = { width: 52, gap: 8, height: 26 };
const STEPS_WIDTH = (HIGHEST_STAGE - LOWEST_STAGE + 1) * (STEPS.width + STEPS.gap);

export function shareCard({ name, about, dimensions, note, product }: ShareCard): Drawing {
	const { size, lines } = fitName(name);
	return {
		...CARD_SIZE,
		content: [
			rect(0, 0, CARD_SIZE.width, CARD_SIZE.height, { fill: PAPER }),
			rect(0, 0, CARD_SIZE.width, 12, { fill: INK }),
			text(MARGIN, 70, product, { 'font-size': 28, 'font-weight': 600, fill: MUTED }),
			...lines.map((one, index) =>
				text(MARGIN, 84 + (index + 1) * size, one, { 'font-size': size, 'font-weight': 600 })
			),
			text(MARGIN, 100 + lines.length * size + 36, about, { 'font-size': 30, fill: MUTED }),
			...dimensions.flatMap((dimension, index) => rowOf(dimension, ROWS.top + (index + 0.5) * ROWS.height)),
			text(MARGIN, CARD_SIZE.height - 34, note, { 'font-size': 26, fill: MUTED })
		]
	};
}

/** The largest size in which the name fits; a name that fits in none ends in an ellipsis. */
function fitName(name: string): { size: number; lines: string[] } {
	const wrapped = NAME_SIZES.map((size) => ({
		size,
		lines: wrapLabel(name, Math.floor(INNER / textWidth('x', size)))
	}));
	const fits = ({ size, lines }: { size: number; lines: string[] }) =>
		lines.length <= NAME_LINES && lines.every((line) => textWidth(line, size) <= INNER);
	const fitting = wrapped.find(fits);
	if (fitting) return fitting;
	const size = NAME_SIZES.at(-1) ?? 34;
	const most = Math.floor(INNER / textWidth('x', size)) - 1;
	const lines = wrapLabel(name, most).map((line) => (line.length > most ? `${line.slice(0, most)}…` : line));
	const last = lines[NAME_LINES - 1] ?? '';
	return { size, lines: [...lines.slice(0, NAME_LINES - 1), last.endsWith('…') ? last : `${last} …`] };
}

function rowOf({ id, name, stage, said }: ShareCard['dimensions'][number], middle: number): XmlElement[] {
	const left = CARD_SIZE.width - MARGIN - STEPS_WIDTH + STEPS.gap;
	const steps = Array.from({ length: HIGHEST_STAGE - LOWEST_STAGE + 1 }, (_, index) => {
		const reached = stage !== null && LOWEST_STAGE + index <= stage;
		return rect(left + index * (STEPS.width + STEPS.gap), middle - STEPS.height / 2, STEPS.width, STEPS.height, {
			fill: reached ? HUES[id] : PAPER,
			stroke: reached ? HUES[id] : MUTED,
			'stroke-width': 2
		});
	});
	return [
		dimensionMark(id, MARGIN + 14, middle, 14),
		text(MARGIN + 48, middle - 4, name, { 'font-size': 32, 'font-weight': 600 }),
		text(MARGIN + 48, middle + 30, said, { 'font-size': 28, fill: MUTED }),
		...steps
	];
}
