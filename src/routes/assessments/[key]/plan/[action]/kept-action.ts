import type { ActionConflict, ActionField } from '#lib/domain/plan/action-form.ts';
import { typedAction } from '../typed-action.ts';

/** What of a posted form stays on the page, on the state that it was typed on; a deletion types nothing. */
export function keptAction({ url }: { url: URL }, form: FormData) {
	return {
		typed: url.searchParams.has('/delete') ? undefined : typedAction(form),
		revision: Number(form.get('revision')),
		wrong: [] as ActionField[],
		unsure: false,
		conflict: undefined as ActionConflict | undefined,
		deletion: undefined as (ActionConflict & { revision: number }) | undefined
	};
}
