import type { TypedSettings } from '#lib/domain/round/form.ts';

/** The settings of a round as they were posted. */
export function typedSettings(form: FormData): TypedSettings {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		...{ title: text('title'), extent: text('extent'), mode: text('mode'), collectUntil: text('collectUntil') },
		leaders: form.getAll('leaders').map(String),
		...{ resultForRespondents: text('resultForRespondents'), remindersMost: text('remindersMost') }
	};
}
