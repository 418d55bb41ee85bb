/** The colour of a municipality, as far as everybody can read it. */

/** WCAG 2.2, 1.4.3: of text on white, and of white on the colour. */
export const LEAST_CONTRAST = 4.5;
/** What is left of red, green and blue in each step of darkening: the hue stays. */
const STEP = 0.95;

const COLOUR = /^#[0-9a-f]{6}$/i;

export const isColour = (text: string): boolean => COLOUR.test(text);

/** How far a colour `#rrggbb` stands out from white, 1 to 21. */
export function contrastWithWhite(hex: string): number {
	const [red, green, blue] = channelsOf(hex).map(linear) as [number, number, number];
	return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The colour itself where it can be read on white; else darkened, step by step, until it can. */
export function readableAccent(hex: string): string {
	let channels = channelsOf(hex);
	while (contrastWithWhite(hexOf(channels)) < LEAST_CONTRAST) channels = channels.map((one) => one * STEP);
	return hexOf(channels);
}

const channelsOf = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hexOf = (channels: readonly number[]) =>
	`#${channels.map((one) => Math.floor(one).toString(16).padStart(2, '0')).join('')}`;

function linear(channel: number): number {
	const share = channel / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
