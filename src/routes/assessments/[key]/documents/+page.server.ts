import { fail, redirect } from '@sveltejs/kit';
import { LetterheadForm } from '#lib/domain/document/letterhead.ts';
import type { Logo } from '#lib/domain/document/look.ts';
import { database } from '#lib/server/database.ts';
import { LOGO_MOST } from '#lib/server/documents/logo.ts';
import { findLetterhead, saveLetterhead } from '#lib/server/municipalities/looks.ts';
import { today } from '#lib/server/today.ts';
import { runInWorker } from '#lib/server/worker.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'designDocuments');
	const { name, sender, accent, logo } = findLetterhead(database(), municipality.key);
	return {
		letterhead: { name, sender, accent },
		logo: logo && { width: logo.width, height: logo.height },
		logoMost: LOGO_MOST
	};
};

const typed = (_: RequestEvent, form: FormData) => {
	const text = (name: string) => String(form.get(name) ?? '');
	return { typed: { name: text('name'), sender: text('sender'), accent: text('accent') }, wrong: [] as string[] };
};

async function requireDeed(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'designDocuments');
	return { key: municipality.key, userId: user.id, today: today() };
}

/** `null` where a file was sent that is no logo; undefined where none was sent. */
async function sentLogo(form: FormData): Promise<Logo | null | undefined> {
	const file = form.get('logo');
	if (!(file instanceof File) || file.size === 0) return undefined;
	if (file.size > LOGO_MOST) return null;
	return (
		(await runInWorker<Logo | undefined>('documents/logo-worker', new Uint8Array(await file.arrayBuffer()))) ?? null
	);
}

export const actions = keepTyped(typed, {
	save: async (event) => {
		const deed = await requireDeed(event);
		const form = await event.request.formData();
		const kept = typed(event, form);
		const read = LetterheadForm.safeParse(kept.typed);
		const logo = await sentLogo(form);
		if (!read.success || logo === null) {
			const fields = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]));
			return fail(422, { ...kept, wrong: [...fields, ...(logo === null ? ['logo'] : [])] });
		}
		await saveLetterhead(database(), { ...read.data, ...(logo && { logo }) }, deed);
		const darker = read.data.accent !== kept.typed.accent.toLowerCase();
		redirect(303, `${event.url.pathname}?${darker ? 'darker' : 'saved'}`);
	},
	removeLogo: async (event) => {
		await saveLetterhead(database(), { logo: null }, await requireDeed(event));
		redirect(303, `${event.url.pathname}?saved`);
	}
} satisfies Actions);
