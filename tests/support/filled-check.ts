/** Fills a check by the way that autosave takes, for tests of what comes out of it. */
import type { Page } from '@playwright/test';
import { criteriaOf, itemsOf, type DimensionId, type Variant } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';

interface Filling {
	variant: Variant;
	scope?: DimensionId;
	/** share of the items that are answered, from the first on; 0–1 */
	share?: number;
	/** what stands in the note of each answered item */
	comment?: (item: string) => string;
}

/** The level that is chosen for the item at this place: all five occur, in every dimension. */
const levelAt = (index: number) => ((index * 7 + Math.floor(index / 5)) % 5) + 1;

/** Answers the items of a check with levels, and rates the importance of every third criterion. */
export async function fillCheck(page: Page, id: string, filling: Filling): Promise<void> {
	loadInstruments();
	const { instrument } = currentInstrument();
	const { variant, scope, share = 1, comment } = filling;
	const items = itemsOf(instrument, variant, scope);
	const answers = items.slice(0, Math.round(items.length * share)).map((item, index) => ({
		questionId: item.id,
		revision: 1,
		value: {
			rating: levelAt(index),
			evidence: index % 4,
			...(comment && { comment: comment(item.id) })
		}
	}));
	const importance = criteriaOf(instrument, scope)
		.filter((_, index) => index % 3 === 0)
		.map((criterion, index) => ({
			questionId: criterion.id,
			revision: 1,
			value: { importance: (index % 4) + 1 }
		}));
	const response = await page.request.put(`/check/${id}/answers`, { data: { changes: [...answers, ...importance] } });
	if (!response.ok()) throw new Error(`Saving answered ${response.status()}: ${await response.text()}`);
}
