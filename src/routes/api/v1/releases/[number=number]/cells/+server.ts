import { cellPageOf } from '#lib/domain/api/release.ts';
import { handlerOf, ofRelease } from '../../../../operation.ts';

export const GET = handlerOf('listCells', (query, event) =>
	ofRelease(event, ({ content }) => cellPageOf(content, query))
);
