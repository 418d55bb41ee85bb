/**
 * Under which names a release remembers who stood behind it (D7). Equal scores of one municipality give equal marks, and
 * nothing else can be seen from them without the key, which lies outside the database.
 */
import { createCipheriv, createHmac, type KeyObject } from 'node:crypto';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { hmac } from '#lib/server/keys.ts';

/** Scores are equal to so many parts of a level; D7 asks for 1e-9. */
const PARTS = 1e9;
const BLOCK = 16;
/** Bytes of a block that name the municipality, the measure and the score. */
const [ID_BYTES, MEASURE_BYTES, SCORE_BYTES] = [8, 3, 5];
/** Bytes of a mark: as many as a number holds exactly. */
const MARK_BYTES = 6;

/** The name of a municipality in the memory of releases; the same in all of them. */
export function pseudonymOf(key: KeyObject, municipalityKey: string): string {
	return hmac(key, `municipality ${municipalityKey}`).slice(0, 22);
}

/** Tells whether another key made a memory. */
export function keyCheckOf(key: KeyObject): string {
	return hmac(key, 'releases').slice(0, 22);
}

/** The members under their pseudonyms, with marks in place of scores for later releases. */
export function disguise<M extends Member>(
	key: KeyObject,
	members: readonly M[],
	pseudonym: (id: string) => string
): M[] {
	const named = members.map((member) => ({ ...member, id: pseudonym(member.id) }));
	const scored = named.flatMap(({ id, scores }) =>
		Object.entries(scores).flatMap(([measure, score]) => (score === null ? [] : [{ id, measure, score }]))
	);
	const marks = encipher(key, scored);
	let next = 0;
	return named.map((member) => {
		const entries = Object.entries(member.scores).map(
			([measure, score]) => [measure, score === null ? null : (marks[next++] ?? null)] as const
		);
		return { ...member, marks: Object.fromEntries(entries) };
	});
}

/** One block of AES for each score: a keyed hash of a hundred thousand scores would take a second. */
function encipher(key: KeyObject, scored: readonly { id: string; measure: string; score: number }[]): number[] {
	const blocks = Buffer.alloc(scored.length * BLOCK);
	const measures = new Map<string, Buffer>();
	const ids = new Map<string, Buffer>();
	const bytesOf = (known: Map<string, Buffer>, text: string, kind: string, length: number) => {
		const found = known.get(text) ?? keyed(key, `${kind} ${text}`).subarray(0, length);
		known.set(text, found);
		return found;
	};
	scored.forEach(({ id, measure, score }, index) => {
		const start = index * BLOCK;
		bytesOf(ids, id, 'id', ID_BYTES).copy(blocks, start);
		bytesOf(measures, measure, 'measure', MEASURE_BYTES).copy(blocks, start + ID_BYTES);
		blocks.writeUIntBE(Math.round(score * PARTS), start + ID_BYTES + MEASURE_BYTES, SCORE_BYTES);
	});
	const cipher = createCipheriv('aes-128-ecb', keyed(key, 'marks').subarray(0, BLOCK), null).setAutoPadding(false);
	const marks = Buffer.concat([cipher.update(blocks), cipher.final()]);
	return scored.map((_, index) => marks.readUIntBE(index * BLOCK, MARK_BYTES));
}

function keyed(key: KeyObject, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}
