import type { Movement } from '#lib/domain/plan/action-movement.ts';
import { database } from '#lib/server/database.ts';
import { findLastMovement } from '#lib/server/rounds/round-series.ts';

/** What has moved between the two rounds that were closed last; undefined where there are not two. */
export function lastMovement(key: string): Movement | undefined {
	return findLastMovement(database(), key);
}
