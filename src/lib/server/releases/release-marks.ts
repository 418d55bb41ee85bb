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
	const marks = encipher(key, blocksOf(key, named));
	let next = 0;
	return named.map((member) => {
		const own: Record<string, number | null> = {};
		for (const [measure, score] of Object.entries(member.scores))
			own[measure] = score === null ? null : marks.readUIntBE(BLOCK * next++, MARK_BYTES);
		return { ...member, marks: own };
	});
}

/** A block for each score, member by member. */
function blocksOf(key: KeyObject, members: readonly Member[]): Buffer {
	const count = members.reduce((sum, { scores }) => sum + Object.values(scores).filter(isScore).length, 0);
	const blocks = Buffer.alloc(count * BLOCK);
	const measures = new Map<string, Buffer>();
	const namesOf = (measure: string) => {
		const known = measures.get(measure) ?? keyed(key, `measure ${measure}`).subarray(0, MEASURE_BYTES);
		measures.set(measure, known);
		return known;
	};
	let start = 0;
	for (const { id, scores } of members) {
		const name = keyed(key, `id ${id}`).subarray(0, ID_BYTES);
		for (const [measure, score] of Object.entries(scores)) {
			if (!isScore(score)) continue;
			blocks.set(name, start);
			blocks.set(namesOf(measure), start + ID_BYTES);
			blocks.writeUIntBE(Math.round(score * PARTS), start + ID_BYTES + MEASURE_BYTES, SCORE_BYTES);
			start += BLOCK;
		}
	}
	return blocks;
}

const isScore = (score: number | null) => score !== null;

/** One block of AES for each score: a keyed hash of a hundred thousand scores would take a second. */
function encipher(key: KeyObject, blocks: Buffer): Buffer {
	const cipher = createCipheriv('aes-128-ecb', keyed(key, 'marks').subarray(0, BLOCK), null).setAutoPadding(false);
	return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

function keyed(key: KeyObject, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}
