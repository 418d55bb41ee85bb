import { releaseAboutOf } from '#lib/domain/api/release.ts';
import { handlerOf, ofRelease } from '../../../operation.ts';

export const GET = handlerOf('getRelease', (_, event) => ofRelease(event, releaseAboutOf));
