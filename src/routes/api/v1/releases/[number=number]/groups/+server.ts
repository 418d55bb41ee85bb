import { groupListOf } from '#lib/domain/api/release.ts';
import { nameInBoth } from '../../../../group-names.ts';
import { handlerOf, ofRelease } from '../../../../operation.ts';

export const GET = handlerOf('listGroups', (_, event) =>
	ofRelease(event, ({ content }) => groupListOf(content, nameInBoth))
);
