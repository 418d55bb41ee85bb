import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { RELEASE_FILE_IDS, type ReleaseFileId } from '#lib/domain/release/file.ts';
import { temporaryFolder } from '../../../../tests/support/folder.ts';
import { releaseOrder } from '../../../../tests/support/release-order.ts';
import { makeReleaseFiles, type ReleaseFile } from './release-making.ts';

const files = await makeReleaseFiles(releaseOrder());
const fileOf = (id: ReleaseFileId) => files.find((file) => file.id === id) as ReleaseFile;
const textOf = (id: ReleaseFileId) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(fileOf(id).bytes);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('every file of the list is made, in its order, under a name of its own', () => {
	expect(files.map(({ id }) => id)).toEqual(RELEASE_FILE_IDS);
	expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
	for (const { bytes, sha256: sum } of files) expect(sum).toBe(sha256(bytes));
});

test('the same release gives the same bytes, whatever the clock and its zone', async () => {
	const zone = process.env.TZ;
	process.env.TZ = 'Pacific/Auckland';
	const again = await makeReleaseFiles(releaseOrder());
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
	expect(again.map(({ name, sha256: sum }) => [name, sum])).toEqual(files.map(({ name, sha256: sum }) => [name, sum]));
});

test('the archive holds every other file, in a folder of the release', () => {
	const packed = unzipSync(fileOf('all.zip').bytes);
	const others = files.filter(({ id }) => id !== 'all.zip');
	expect(Object.keys(packed).sort()).toEqual(others.map(({ name }) => `standort-2030-release-2/${name}`).sort());
	for (const { name, sha256: sum } of others)
		expect(sha256(packed[`standort-2030-release-2/${name}`] ?? new Uint8Array()), name).toBe(sum);
});

test('the list of checksums is one that sha256sum takes, over all files but itself and the archive', () => {
	const lines = textOf('SHA256SUMS').trimEnd().split('\n');
	const listed = files.filter(({ id }) => id !== 'all.zip' && id !== 'SHA256SUMS');
	expect(lines.sort()).toEqual(listed.map(({ name, sha256: sum }) => `${sum}  ${name}`).sort());
});

test('the Parquet file has every row of the CSV file, with types', async () => {
	const { buffer } = fileOf('cells.parquet').bytes;
	const rows = await parquetReadObjects({ file: buffer });
	const lines = textOf('cells.csv').slice(1).trimEnd().split('\r\n');
	const written = rows.map((row) =>
		Object.entries(row).map(([name, value]) => {
			if (value === null) return '';
			if (value instanceof Date) return value.toISOString().slice(0, 10);
			return ['median', 'q1', 'q3'].includes(name) ? (value as number).toFixed(1) : `${value as string | number}`;
		})
	);
	expect([Object.keys(rows[0] ?? {}), ...written].map((row) => row.join(','))).toEqual(lines);
	expect(rows[0]).toMatchObject({ release: 2, cutoff: new Date('2026-11-01'), median: 2, carried_from: null });
	const about = parquetMetadata(buffer).key_value_metadata ?? [];
	expect(about.find(({ key }) => key === 'licence')?.value).toMatch(/creativecommons\.org\/licenses\/by\/4\.0/);
});

test('a release without cells has files, too', async () => {
	const empty = await makeReleaseFiles(releaseOrder({ tables: { full: [], short: [] } }));
	const parquet = empty.find(({ id }) => id === 'cells.parquet') as ReleaseFile;
	expect(await parquetReadObjects({ file: parquet.bytes.buffer })).toEqual([]);
});

test('whatever can carry it tells licence and citation', () => {
	const workbook = unzipSync(fileOf('cells.xlsx').bytes);
	const parquet = new TextDecoder().decode(fileOf('cells.parquet').bytes);
	const told: Record<string, string> = {
		...Object.fromEntries(
			(
				[
					'README.txt',
					'CITATION.cff',
					'codebook.xml',
					'codebook.de.html',
					'codebook.en.html',
					'cells.de.R',
					'cells.en.R',
					'cells.de.sps',
					'cells.en.sps'
				] as const
			).map((id) => [id, textOf(id)])
		),
		'cells.xlsx': Object.values(workbook)
			.map((part) => strFromU8(part))
			.join('\n'),
		'cells.parquet': parquet
	};
	for (const [id, text] of Object.entries(told)) {
		expect(text, id).toMatch(/CC[ -]BY[ -]4\.0/);
		expect(text, id).toContain('https://standort.example/releases/2');
	}
});

test('a demonstration says in its files that all is made up', async () => {
	const made = await makeReleaseFiles(releaseOrder({ demonstration: true }));
	const readme = made.find(({ id }) => id === 'README.txt') as ReleaseFile;
	expect(strFromU8(readme.bytes)).toMatch(/Werte sind erfunden[^]*values are made up/);
	expect(textOf('README.txt')).not.toMatch(/Werte sind erfunden|values are made up/);
});

/** Whether a program is on this machine; the tests below are told as skipped where it is not. */
const there = (program: string) => spawnSync(program, ['--version']).status === 0;

function inFolder(): string {
	const folder = temporaryFolder();
	for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
	return folder;
}

test.skipIf(!there('Rscript'))('R loads the CSV file with labels, in a locale without umlauts, too', () => {
	const folder = inFolder();
	const script = `for (language in c("de", "en")) {
		source(paste0("standort-2030-release-2.", language, ".R"))
		stopifnot(nrow(cells) == 4, sum(is.na(cells$q1)) == 3, sum(is.na(cells$histogram)) == 3)
		stopifnot(inherits(cells$cutoff, "Date"), is.numeric(cells$median), is.integer(cells$n_at_least))
		stopifnot(!anyNA(cells$group_label), !anyNA(cells$measure_label), !anyNA(cells$questionnaire_label))
		for (name in names(cells)) stopifnot(nchar(attr(cells[[name]], "label")) > 1)
	}
	stopifnot(levels(cells$measure_label)[1] == "Overall")
	`;
	writeFileSync(join(folder, 'test.R'), script);
	const { status, stderr } = spawnSync('Rscript', ['--vanilla', 'test.R'], {
		cwd: folder,
		env: { ...process.env, LC_ALL: 'C' },
		encoding: 'utf8'
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
});

test.skipIf(!there('pspp'))('PSPP loads the CSV file with labels and without a complaint', () => {
	const folder = inFolder();
	for (const [language, word] of [
		['de', 'vollständig'],
		['en', 'full']
	] as const) {
		const syntax = `INSERT FILE='standort-2030-release-2.${language}.sps' ENCODING='UTF-8'.\nFREQUENCIES questionnaire.\nDESCRIPTIVES median q1 carried_from.\n`;
		writeFileSync(join(folder, 'test.sps'), syntax);
		const { status, stdout, stderr } = spawnSync('pspp', ['test.sps'], {
			cwd: folder,
			env: { ...process.env, LC_ALL: 'C.UTF-8' },
			encoding: 'utf8'
		});
		expect(stdout + stderr).not.toMatch(/error|warning/i);
		expect(stdout).toMatch(new RegExp(`Valid ${word}[ |]+3`));
		expect(stdout).toMatch(/Median\s*\|\s*4\|/);
		expect(status).toBe(0);
	}
});

test.skipIf(!there('xmllint'))('a strict reader takes the codebook as well-formed XML', () => {
	const { status, stderr } = spawnSync('xmllint', ['--noout', 'standort-2030-release-2-codebook.xml'], {
		cwd: inFolder(),
		encoding: 'utf8'
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
});

test.skipIf(!there('sha256sum'))('sha256sum finds nothing changed', () => {
	expect(spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: inFolder() }).status).toBe(0);
});
