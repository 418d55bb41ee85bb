/** How municipalities want their documents to look. */
import { eq } from 'drizzle-orm';
import { PLAIN_LETTERHEAD, type Letterhead } from '#lib/domain/document/letterhead.ts';
import type { Logo } from '#lib/domain/document/look.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { documentLook } from '#lib/server/db/schema-looks.ts';
import { note } from './audit.ts';

interface Deed {
	/** of the municipality */
	key: string;
	userId: string;
	today: string;
}

const { municipalityKey } = documentLook;

/** Its own, or the plain one where it has set none. */
export function findLetterhead(db: Db, key: string): Letterhead {
	const row = db.read.select().from(documentLook).where(eq(municipalityKey, key)).get();
	if (!row) return PLAIN_LETTERHEAD;
	const { name, sender, accent, logo, logoWidth, logoHeight } = row;
	const drawn = logo && logoWidth && logoHeight && { png: new Uint8Array(logo), width: logoWidth, height: logoHeight };
	return { name, sender, accent, ...(drawn && { logo: drawn }) };
}

/** @param changes what is to be different from now on; `logo: null` takes it away */
export function saveLetterhead(
	db: Db,
	changes: Partial<Pick<Letterhead, 'name' | 'sender' | 'accent'>> & { logo?: Logo | null },
	{ key, userId, today }: Deed
): Promise<void> {
	const { logo, ...words } = changes;
	const drawn = logo ? { logo: Buffer.from(logo.png), logoWidth: logo.width, logoHeight: logo.height } : NO_LOGO;
	const set = { ...words, ...(logo !== undefined && drawn) };
	return db.write((writer) => {
		const { name, sender, accent } = { ...PLAIN_LETTERHEAD, ...words };
		writer
			.insert(documentLook)
			.values({ municipalityKey: key, name, sender, accent, ...set })
			.onConflictDoUpdate({ target: municipalityKey, set })
			.run();
		note(writer, { municipalityKey: key, userId, event: 'documents_changed' }, today);
	});
}

/** To the entry that a municipality belongs to now, unless that one has its own. */
export function moveLook(writer: Writer, from: string, into: string): void {
	const row = writer.select().from(documentLook).where(eq(municipalityKey, from)).get();
	if (!row) return;
	writer
		.insert(documentLook)
		.values({ ...row, municipalityKey: into })
		.onConflictDoNothing()
		.run();
}

const NO_LOGO = { logo: null, logoWidth: null, logoHeight: null };
