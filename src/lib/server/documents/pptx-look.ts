/** How presentations look: sizes and places in inches of a slide of 13.33 × 7.5, fonts that machines have. */
import { INK, MUTED } from '#lib/domain/document/chart-look.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { colour } from './docx-look.ts';

export const FONT = 'Arial';
export const SLIDE = { width: 13.33, height: 7.5, margin: 0.6 };
export const WIDTH = SLIDE.width - 2 * SLIDE.margin;
export const BODY = { top: 1.45, height: 5.2 };
export const LANGUAGES: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };
export const TEXT_COLOUR = colour(INK);
export const MUTED_COLOUR = colour(MUTED);

/** Longer titles are set smaller, so that they stay within two lines. @returns points */
export function titleSize(text: string): number {
	if (text.length > 140) return 16;
	if (text.length > 90) return 20;
	return text.length > 50 ? 24 : 30;
}

/** @param points how many sentences share the slide @param letters of all of them @returns points */
export function textSize(points: number, letters: number): number {
	if (letters > 900) return 14;
	if (letters > 500 || points > 5) return 16;
	return letters > 250 ? 20 : 24;
}
