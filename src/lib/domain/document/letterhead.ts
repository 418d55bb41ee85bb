/** What a municipality says once, for all its documents. */
import { z } from 'zod';
import { isColour, readableAccent } from './accent.ts';
import type { Document } from './document.ts';
import { NAME_MOST, PLAIN_LOOK, SENDER_MOST, type Look } from './look.ts';

const line = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.refine((text) => !/\p{Cc}/u.test(text));

/** As typed; empty where what the service knows is right. The colour comes out readable on white. */
export const LetterheadForm = z.object({
	name: line(NAME_MOST),
	sender: line(SENDER_MOST),
	accent: z
		.string()
		.refine(isColour)
		.transform((colour) => readableAccent(colour.toLowerCase()))
});

export interface Letterhead extends Look {
	name: string;
	sender: string;
}

export const PLAIN_LETTERHEAD: Letterhead = { ...PLAIN_LOOK, name: '', sender: '' };

/** A document in the municipality's own name. */
export function addressed<Told extends Pick<Document, 'municipality' | 'sender'>>(
	document: Told,
	{ name, sender }: Letterhead
): Told {
	return { ...document, ...(name && { municipality: name }), ...(sender && { sender }) };
}
