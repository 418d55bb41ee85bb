import { releaseListOf } from '#lib/domain/api/release.ts';
import { database } from '#lib/server/database.ts';
import { findReleases } from '#lib/server/releases/releases.ts';
import { handlerOf } from '../../operation.ts';

export const GET = handlerOf('listReleases', () => releaseListOf(findReleases(database())));
