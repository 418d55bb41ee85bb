/** Makes all files of a release. It runs in a thread: the workbook alone takes longer than anybody should wait for. */
import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { ddiOf } from '#lib/domain/codebook/ddi.ts';
import { codebookPage } from '#lib/domain/codebook/html.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import { questionnaireText } from '#lib/domain/instrument/questionnaire-text.ts';
import {
	bothOf,
	caveatsOf,
	citationOf,
	LICENCE_ADDRESS,
	titleOf,
	type ReleaseAbout
} from '#lib/domain/release/about.ts';
import { cellSheet } from '#lib/domain/release/cells.ts';
import { associationSheet } from '#lib/domain/release/association-sheet.ts';
import { fileNameOf, RELEASE_FILE_IDS, type ReleaseFileId } from '#lib/domain/release/file.ts';
import { citationFileOf, readmeOf } from '#lib/domain/release/readme.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import { rScript } from '#lib/domain/release/syntax-r.ts';
import { spssSyntax } from '#lib/domain/release/syntax-spss.ts';
import { twinSheet } from '#lib/domain/twin/sheet.ts';
import { twinOf } from '#lib/domain/twin/synthetic-twin.ts';
import { criteriaByDimension } from './criteria.ts';
import { parquetOf } from './parquet.ts';
import { workbookOf } from '#lib/server/workbook.ts';

export interface ReleaseOrder {
	content: ReleaseContent;
	about: ReleaseAbout;
	/** the newest questionnaire behind it */
	instrument: Instrument;
}

export interface ReleaseFile {
	id: ReleaseFileId;
	/** as which it is saved */
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** of the bytes, in hexadecimal */
	sha256: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** All files in their order. Equal orders give equal bytes, the archive's too. */
export async function makeReleaseFiles(order: ReleaseOrder): Promise<ReleaseFile[]> {
	const { about } = order;
	const named = Object.entries(await filesWithoutSums(order)).map(([id, content]) =>
		fileOf(id as ReleaseFileId, about, typeof content === 'string' ? utf8(content) : content)
	);
	const sums = named.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
	const files = [...named, fileOf('SHA256SUMS', about, utf8(sums))];
	const all = [fileOf('all.zip', about, archiveOf(files, about)), ...files];
	return all.sort((a, b) => RELEASE_FILE_IDS.indexOf(a.id) - RELEASE_FILE_IDS.indexOf(b.id));
}

async function filesWithoutSums({ content, about, instrument }: ReleaseOrder) {
	const sheet = cellSheet(content);
	const codebook = codebookOf(instrument);
	const criteria = criteriaByDimension(instrument);
	const twin = twinOf(content, about.sha256, criteria);
	const citation = bothOf(citationOf(about));
	const told = (locale: Locale) => ({
		file: fileNameOf('cells.csv', about.number),
		comments: [titleOf(about)[locale], ...caveatsOf(about).map((text) => text[locale]), citationOf(about)[locale]],
		locale
	});
	return {
		'README.txt': readmeOf(about),
		'cells.xlsx': unchanging(await workbookOf([sheet, aboutSheet(about)]), about),
		'cells.csv': csvOf(sheet, CSV_STYLES.en),
		'cells.parquet': parquetOf(sheet, codebook.cells, {
			title: bothOf(titleOf(about)),
			licence: LICENCE_ADDRESS,
			citation,
			notes: caveatsOf(about)
				.map((text) => bothOf(text))
				.join('\n')
		}),
		'associations.csv': csvOf(associationSheet(content), CSV_STYLES.en),
		'twin.csv': csvOf(twinSheet(twin, content.number, criteria), CSV_STYLES.en),
		'release.json': canonicalJson(content),
		'codebook.de.html': codebookPage(codebook, about, 'de'),
		'codebook.en.html': codebookPage(codebook, about, 'en'),
		'codebook.json': `${JSON.stringify(codebook, null, '\t')}\n`,
		'codebook.xml': ddiOf(codebook, about, sheet.rows.length),
		'questionnaire.de.md': questionnaireText(instrument, 'de'),
		'questionnaire.en.md': questionnaireText(instrument, 'en'),
		'cells.de.R': rScript(codebook.cells, told('de')),
		'cells.en.R': rScript(codebook.cells, told('en')),
		'cells.de.sps': spssSyntax(codebook.cells, told('de')),
		'cells.en.sps': spssSyntax(codebook.cells, told('en')),
		'CITATION.cff': citationFileOf(about)
	} satisfies Record<Exclude<ReleaseFileId, 'all.zip' | 'SHA256SUMS'>, string | Bytes>;
}

/** Of a workbook, what a text file would carry in its comments; beside the values, so that these stay a plain table. */
function aboutSheet(about: ReleaseAbout): Sheet {
	const lines = [titleOf(about), ...caveatsOf(about), citationOf(about)].flatMap(({ de, en }) => [de, en]);
	return {
		name: 'about',
		columns: [{ title: 'about', kind: 'text', width: 100 }],
		rows: [...lines, `CC BY 4.0, ${LICENCE_ADDRESS}`, `SHA-256 ${about.sha256}`].map((line) => [line]),
		notes: []
	};
}

function fileOf(id: ReleaseFileId, { number }: ReleaseAbout, bytes: Bytes): ReleaseFile {
	return { id, name: fileNameOf(id, number), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const utf8 = (text: string): Bytes => new Uint8Array(strToU8(text));

/** The day of the release at noon of any clock: archives write the hour as the clock of the machine shows it. */
const momentOf = ({ builtOn }: ReleaseAbout) => new Date(`${builtOn}T12:00:00`);

function archiveOf(files: readonly ReleaseFile[], about: ReleaseAbout): Bytes {
	const folder = fileNameOf('all.zip', about.number).replace('.zip', '');
	const entries = files.map(({ name, bytes }) => [`${folder}/${name}`, bytes] as const);
	return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: momentOf(about) }));
}

/** A workbook is an archive that carries the moment at which it was made; this one carries the day of the release. */
function unchanging(workbook: Uint8Array, about: ReleaseAbout): Bytes {
	return new Uint8Array(zipSync(unzipSync(workbook), { mtime: momentOf(about) }));
}
