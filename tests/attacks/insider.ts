/** What somebody who may read everything in the town hall has to go by: files, rows, and guesses from them. */
import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { backUp } from '#lib/server/backup.ts';
import type { Db } from '#lib/server/db/open.ts';
import { invitation, response } from '#lib/server/db/schema-rounds.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

/** The database file, its log and a backup taken at this moment, by name. */
export function snapshotFiles(file: string): Map<string, Buffer> {
	const backup = backUp(file, temporaryFolder(), new Date('2026-11-25T12:00:00Z'));
	const paths = [file, `${file}-wal`, backup].filter(existsSync);
	return new Map(paths.map((path) => [path === backup ? 'backup' : path, readFileSync(path)]));
}

/** Every file below a folder. */
export function filesBelow(folder: string): Buffer[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesBelow(path) : [readFileSync(path)];
	});
}

/** The rows of both tables as they lie in the file. */
export function snapshotRows(db: Db, roundId: string) {
	return {
		invitations: db.read.select().from(invitation).where(eq(invitation.assessmentId, roundId)).all(),
		responses: db.read.select().from(response).where(eq(response.assessmentId, roundId)).all()
	};
}
export type Rows = ReturnType<typeof snapshotRows>;

/** From what was there before and after somebody submitted, the invitation that a guess takes to be theirs. */
export type Guess = (before: Rows, after: Rows) => string | undefined;

function added(before: Rows, after: Rows) {
	const known = new Set(before.responses.map(({ key }) => key));
	return after.responses.find(({ key }) => !known.has(key));
}

const bytesOf = (text: string) => createHash('sha256').update(text).digest();

/** How alike two texts are: length of the beginning that their bytes share. */
function alikeness(left: string, right: string): number {
	const [one, other] = [Buffer.from(left, 'base64url'), Buffer.from(right, 'base64url')];
	const bits = (bytes: Buffer) => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const [a, b] = [bits(one), bits(other)];
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

export const GUESSES: Record<string, Guess> = {
	'a row that was changed': (before, after) =>
		after.invitations.find((one, index) => JSON.stringify(one) !== JSON.stringify(before.invitations[index]))?.id,
	'the same rank in the order of the file': (before, after) => {
		const index = after.responses.findIndex(({ key }) => key === added(before, after)?.key);
		return after.invitations[index]?.id;
	},
	'the same order of arrival': (before, after) => after.invitations[before.responses.length]?.id,
	'the order of addresses': (before, after) => {
		const byAddress = [...after.invitations].sort((a, b) => ((a.email ?? '') < (b.email ?? '') ? -1 : 1));
		return byAddress[before.responses.length]?.id;
	},
	'the most alike id': (before, after) => {
		const { key = '' } = added(before, after) ?? {};
		return [...after.invitations].sort((a, b) => alikeness(b.id, key) - alikeness(a.id, key))[0]?.id;
	},
	'a hash of what is stored': (before, after) => {
		const { key = '', codeHash } = added(before, after) ?? {};
		return after.invitations.find((one) => derivedFrom(one, after).some((text) => text === key || text === codeHash))
			?.id;
	}
};

/** Everything that could be made of an invitation without a key, or with anything stored as the key. */
function derivedFrom(one: Rows['invitations'][number], { invitations }: Rows): string[] {
	const texts = [one.id, one.email ?? '', `invitation ${one.id}`, `response ${one.id}`];
	const keys = [one.assessmentId, ...invitations.map(({ id }) => id), ''];
	return texts.flatMap((text) => [
		text,
		bytesOf(text).toString('base64url'),
		...keys.map((key) => createHmac('sha256', key).update(text).digest('base64url'))
	]);
}
