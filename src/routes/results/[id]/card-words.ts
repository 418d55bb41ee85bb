/** What a card to share says, and its text for those who do not see it. */
import { formatDay } from '#lib/components/format.ts';
import type { ShareCard } from '#lib/domain/document/share-card.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result/view-about.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

interface Shown {
	about: ResultAbout;
	view: ResultView;
}

export function cardWords({ about, view }: Shown): ShareCard {
	return {
		name: about.name ?? m.result_trial(),
		about: m.publication_card_about({ day: formatDay(dayOfResult(about)) }),
		dimensions: view.dimensions.map(({ id, name, stage }) => ({
			...{ id, name, stage },
			said: stage === null ? m.publication_card_none() : `${m.result_stage({ stage })} ${view.levels[stage - 1] ?? ''}`
		})),
		note: about.demonstration ? m.result_demonstration() : m.publication_card_note(),
		product: 'Standort 2030'
	};
}

export function cardAlternative(shown: Shown): string {
	const { name, dimensions } = cardWords(shown);
	return [name, ...dimensions.map((one) => `${one.name}: ${one.said}`)].join('. ');
}
