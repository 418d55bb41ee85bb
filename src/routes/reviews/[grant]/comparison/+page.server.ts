import { publicView } from '#lib/domain/result/public-view.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { readGranted } from '../granted-result.ts';
import { openPage } from '../review-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'comparison', (held, reader) => {
		const { view, comparison } = readGranted(held, reader, event.url);
		// The page names what is compared, and shows nothing else of the result.
		return { view: publicView(view), comparison, pdf: mayMakePdf() };
	});
