import * as m from '#lib/paraglide/messages.js';

/** What is asked. @param name of the dimension, where it is one */
export function extentWords({ id, name }: { id: string; name: string | undefined }): string {
	if (id === 'short') return m.check_new_extent_short();
	if (id === 'full') return m.check_new_extent_full();
	return m.check_new_extent_dimension({ name: name ?? '' });
}
