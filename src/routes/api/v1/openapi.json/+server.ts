import { handlerOf } from '../../operation.ts';
import { descriptionOf } from '../../description.ts';

export const GET = handlerOf('getDescription', (_, { url }) => descriptionOf(url.origin));
