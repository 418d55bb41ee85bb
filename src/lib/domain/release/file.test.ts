import { expect, test } from 'vitest';
import { fileNameOf, isReleaseFileId, RELEASE_FILE_IDS } from './file.ts';

test('a saved file tells of which release it is, but for those that everybody looks for by their names', () => {
	expect(RELEASE_FILE_IDS.map((id) => fileNameOf(id, 7))).toEqual([
		'standort-2030-release-7.zip',
		'README.txt',
		'standort-2030-release-7.xlsx',
		'standort-2030-release-7.csv',
		'standort-2030-release-7.parquet',
		'standort-2030-release-7-associations.csv',
		'standort-2030-release-7-twin.csv',
		'standort-2030-release-7.json',
		'standort-2030-release-7-codebook.de.html',
		'standort-2030-release-7-codebook.en.html',
		'standort-2030-release-7-codebook.json',
		'standort-2030-release-7-codebook.xml',
		'standort-2030-release-7-questionnaire.de.md',
		'standort-2030-release-7-questionnaire.en.md',
		'standort-2030-release-7.de.R',
		'standort-2030-release-7.en.R',
		'standort-2030-release-7.de.sps',
		'standort-2030-release-7.en.sps',
		'CITATION.cff',
		'SHA256SUMS'
	]);
});

test('nothing else is a file of a release', () => {
	expect(RELEASE_FILE_IDS.every(isReleaseFileId)).toBe(true);
	for (const name of ['', 'toString', '__proto__', 'cells.exe', '../cells.csv', 'CELLS.CSV'])
		expect(isReleaseFileId(name), name).toBe(false);
});
