import * as m from '#lib/paraglide/messages.js';
import type { Action } from '#lib/domain/plan/action.ts';
import { statusNames } from './status-words.ts';

export interface News {
	text: string;
	/** id of an action that wants completing */
	complete?: string;
}

/** The action that it was done to. */
type Done = Pick<Action, 'id' | 'title' | 'status'>;

/** What was done just now, by the address that it led to. */
export function newsOf(parameters: URLSearchParams, done: Done | undefined): News | undefined {
	if (done && parameters.has('moved'))
		return { text: m.plan_moved({ title: done.title, status: statusNames[done.status]() }) };
	if (done) return { text: m.plan_taken(), complete: done.id };
	if (parameters.has('deleted')) return { text: m.plan_deleted() };
	return parameters.has('saved') ? { text: m.plan_saved() } : undefined;
}
