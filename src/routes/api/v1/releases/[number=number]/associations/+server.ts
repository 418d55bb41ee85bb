import { associationListOf } from '#lib/domain/api/release.ts';
import { handlerOf, ofRelease } from '../../../../operation.ts';

export const GET = handlerOf('listAssociations', (_, event) =>
	ofRelease(event, ({ content }) => associationListOf(content))
);
