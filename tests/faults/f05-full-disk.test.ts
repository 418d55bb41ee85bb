import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-database.ts';
import { startWriter, type WriterProcess } from './writer-process.ts';

const CHECK = 'check';
const change = (revision: number) => ({ questionId: 'D1.1', revision, value: { comment: 'x'.repeat(1900) } });
const questions = Array.from({ length: 200 }, (_, index) => `Q${index}`);

/** Saves new answers until one is refused; resolves with how many were confirmed. */
async function saveUntilFull(writer: WriterProcess): Promise<number> {
	for (const [index, questionId] of questions.entries()) {
		const error = await writer.ask('save', CHECK, [{ ...change(1), questionId }]).then(() => undefined, refused);
		if (error) {
			expect(error.name).toBe('StorageFull');
			return index;
		}
	}
	throw new Error('The disk never was full');
}

const refused = (error: Error) => error;

/** Everything that F5 promises, once `fill` has left no room and until `free` gives it back. */
async function expectToSurvive(writer: WriterProcess, fill: () => Promise<unknown>, free: () => Promise<unknown>) {
	await writer.ask('createChecks', [CHECK]);
	await writer.ask('save', CHECK, [change(1)]);
	await fill();
	const confirmed = await saveUntilFull(writer);
	for (let attempt = 0; attempt < 20; attempt++) {
		const error = await writer.ask('save', CHECK, [{ ...change(1), questionId: 'Z1' }]).catch(refused);
		expect(error, 'a full disk is no broken one').toMatchObject({ name: 'StorageFull' });
	}
	const during = await writer.ask('inspect');
	expect(during.rows, 'reads go on, with everything confirmed and nothing else').toHaveLength(confirmed + 1);
	await free();
	expect(await writer.ask('save', CHECK, [{ ...change(1), questionId: 'Z1' }])).toMatchObject([{ status: 'saved' }]);
	expect(await writer.ask('health')).toMatchObject({ storage: 'ok' });
	const after = await writer.ask('inspect');
	expect(after.rows).toHaveLength(confirmed + 2);
	expect(after.faults).toEqual([]);
	expect(await writer.end('SIGTERM')).toBe(0);
}

test.skipIf(!canMount)('a full disk refuses saves, keeps reading, and saves again once there is room', async () => {
	const folder = join(temporaryFolder(), 'small');
	const disk = smallDisk(folder, '2m');
	const writer = await startWriter({ within: disk.within });
	await writer.ask('open', join(folder, 'test.db'));
	await expectToSurvive(
		writer,
		async () => disk.fill(writer.pid),
		async () => {
			expect(await writer.ask('health')).toMatchObject({ storage: 'full', spaceIsLow: true });
			disk.free(writer.pid);
		}
	);
});

test('a database that may not grow behaves the same', async () => {
	const writer = await startWriter();
	await writer.ask('open', join(temporaryFolder(), 'test.db'));
	await expectToSurvive(
		writer,
		() => writer.ask('pragma', 'PRAGMA max_page_count = 60'),
		() => writer.ask('pragma', 'PRAGMA max_page_count = 1000000')
	);
});
