import { dayOf } from '#lib/domain/day.ts';

/** The day it is in Germany now. */
export function today(): string {
	return dayOf(new Date());
}
