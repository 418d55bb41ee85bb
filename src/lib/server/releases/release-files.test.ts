import { expect, test, vi } from 'vitest';
import { releaseOrder } from '../../../../tests/support/release-order.ts';
import { makeReleaseFiles } from './release-making.ts';
import { releaseFiles } from './release-files.ts';

// Each thread reads the sources anew, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const { content, about } = releaseOrder();
const release = { content, sha256: about.sha256, builtOn: about.builtOn };
const publication = { publisher: about.publisher, address: about.address };

test('files are made in a thread, the same as without one, and only once', async () => {
	const files = releaseFiles(release, publication);
	expect(releaseFiles(release, publication)).toBe(files);
	const direct = await makeReleaseFiles(releaseOrder());
	expect((await files).map(({ name, sha256 }) => [name, sha256])).toEqual(
		direct.map(({ name, sha256 }) => [name, sha256])
	);
	expect(releaseFiles({ ...release }, { ...publication })).toBe(files);
});

test('another publisher or address makes other files', async () => {
	const [one, other] = await Promise.all([
		releaseFiles(release, publication),
		releaseFiles(release, { ...publication, publisher: 'Land' })
	]);
	const sumOf = (files: typeof one, wanted: string) => files.find(({ id }) => id === wanted)?.sha256;
	expect(sumOf(other, 'CITATION.cff')).not.toBe(sumOf(one, 'CITATION.cff'));
	expect(sumOf(other, 'cells.csv')).toBe(sumOf(one, 'cells.csv'));
});

test('what could not be made is tried again', async () => {
	const broken = { ...release, sha256: 'b', content: { ...content, tables: { full: null, short: [] } } };
	const first = releaseFiles(broken as never, publication);
	await expect(first).rejects.toThrow();
	const second = releaseFiles(broken as never, publication);
	expect(second).not.toBe(first);
	await expect(second).rejects.toThrow();
});
