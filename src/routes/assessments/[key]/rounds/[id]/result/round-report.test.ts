import { beforeEach, describe, expect, test, onTestFinished } from 'vitest';
import { councilPaper } from '#lib/components/document/council-paper.ts';
import { presentationOf } from '#lib/components/document/presentation.ts';
import type { Block, Document } from '#lib/domain/document/document.ts';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { database, initDatabase } from '#lib/server/database.ts';
import { pdfFile } from '#lib/server/documents/pdf-file.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { initKeys } from '#lib/server/keys.ts';
import { saveLetterhead } from '#lib/server/municipalities/looks.ts';
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { addAction } from '#lib/server/rounds/actions.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { requireMade } from '../../../../../../../tests/support/answered-round.ts';
import { makeClosedRound } from '../../../../../../../tests/support/closed-round.ts';
import { madeUpPeople } from '../../../../../../../tests/support/made-up-people.ts';
import { roundPlace } from '../../../../../../../tests/support/making-rounds.ts';
import { readPdf } from '../../../../../../../tests/support/pdf.ts';
import { insertRounds, spreadRounds } from '../../../../../../../tests/support/rounds.ts';
import { temporaryFolder } from '../../../../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../../../../tests/support/town-hall.ts';
import { roundDownload } from './round-download.ts';
import { reported, roundReport } from './round-report.ts';

const DAY = '2026-11-27';
const KIM = 'kim@musterau.example';
const { key } = roundPlace;
let folder: string;

beforeEach(() => {
	folder = temporaryFolder();
	initKeys(initDatabase(`${folder}/standort.db`), `${folder}/keys`);
	onTestFinished(() => database().close());
});

const reportOf = (id: string) => roundReport(requireMade(database(), id), key, DAY);
const large = () =>
	makeClosedRound(database(), [], { people: madeUpPeople(40, 'full'), variant: 'full', title: 'Herbst 2026' });
const small = () => makeClosedRound(database(), [2, 2, 3, 3], { decision: 3 });

/** A release in which of every third measure nothing is shown. */
async function release() {
	const { dimensions } = currentInstrument().instrument;
	const measures = ['overall', ...dimensions.flatMap(({ id, criteria }) => [id, ...criteria.map((one) => one.id)])];
	await insertRounds(
		database(),
		spreadRounds(
			30,
			measures.filter((_, index) => index % 3 !== 1)
		)
	);
	const order = { keyFolder: `${folder}/keys`, cutoff: '2026-11-26', today: '2026-11-26', demonstration: false };
	await buildRelease(database(), { file: `${folder}/standort.db`, ...order });
}

async function plan(count: number) {
	await addParticipant(database(), [{ email: KIM, role: 'organiser' }]);
	for (let index = 0; index < count; index++)
		await addAction(
			database(),
			{
				...{
					title: `${index} ${'Die Verwaltung berichtet dem Rat über alle Ziele. '.repeat(3)}`,
					items: ['D1.1', 'A2']
				},
				...{ owner: 'Stabsstelle Nachhaltigkeit', dueOn: '2026-11-01', status: 'open', effort: null, effect: null },
				...{ budgetProduct: '', notes: 'vertraulich', hurdles: [] }
			},
			{ key, userId: KIM, today: '2026-11-20' }
		);
}

const headings = ({ blocks }: Document) => blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
const captions = ({ blocks }: Document) => blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));
const texts = (value: unknown) => JSON.stringify(value);
const kinds = ({ blocks }: Document) =>
	blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.kind as string] : []));
function tableNamed({ blocks }: Document, caption: string) {
	const found = blocks.find(
		(block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table' && block.caption === caption
	);
	return found?.rows.flatMap((row) => ('cells' in row ? [row.cells] : [])) ?? [];
}

test('papers and slides speak of the municipality by the name that it wants on its documents, on twelve slides at most', async () => {
	await release();
	const id = await large();
	await addParticipant(database(), [{ email: KIM, role: 'organiser' }]);
	await saveLetterhead(database(), { name: 'Stadt Musterau an der Laber' }, { key, userId: KIM, today: DAY });
	const told = reported(requireMade(database(), id), key, DAY);
	expect(texts(councilPaper(told, 'council'))).toContain('Stadt Musterau an der Laber hat mit dem Fragebogen');
	const { slides } = presentationOf(told, [{ title: 'Leitlinie beschließen', owner: 'Kämmerei', due: '1. März 2027' }]);
	const titles = slides.map(({ title }) => title);
	expect(titles).toEqual(
		expect.arrayContaining(['Einigkeit und verschiedene Sichten', 'Vergleich mit anderen Kommunen'])
	);
	expect(titles.length + 1).toBeLessThanOrEqual(12);
	expect(texts(slides)).not.toContain('Ihre Kommune');
});

describe('the report on a closed round', () => {
	test('tells all parts in the order of reading, with pictures and their tables', async () => {
		await release();
		const id = await large();
		await plan(1);
		const report = reportOf(id);
		expect(
			headings(report)
				.filter(({ level }) => level === 1)
				.map(({ text }) => text)
		).toEqual([
			'Drei Schritte, die jetzt am meisten bringen',
			'Reifestufen und was bis zur nächsten fehlt',
			'Die Kriterien',
			'Einigkeit und verschiedene Sichten',
			'Vergleich mit anderen Kommunen',
			'Maßnahmen',
			'Alle Aussagen',
			'Wie das Ergebnis entstanden ist'
		]);
		expect(kinds(report)).toEqual(['radar', 'bars', 'agreement', 'spread', 'gaps', 'comparison']);
		expect(new Set(captions(report)).size, 'no two captions are the same').toBe(captions(report).length);
		const levels = headings(report).map(({ level }) => level);
		expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
	});

	test('says of withheld cells once why there is a dash', async () => {
		await release();
		const report = reportOf(await large());
		const rows = tableNamed(report, 'Alle Kriterien im Vergleich');
		expect(rows).toHaveLength(4 + criteriaOf(currentInstrument().instrument).length);
		expect(rows.filter((cells) => cells[2] === '–').length).toBeGreaterThan(5);
		expect(texts(report).split('zum Schutz einzelner Kommunen nicht gezeigt')).toHaveLength(2);
	});

	test('shows no group, spread or agreement of few people, and says what it would take (D12)', async () => {
		const report = reportOf(await small());
		expect(kinds(report)).toEqual(['radar', 'bars']);
		expect(texts(report)).toContain('mindestens zwei Gruppen mit je fünf oder mehr Antworten');
		expect(texts(report)).toContain('Noch nicht genug Kommunen für einen Vergleich');
		expect(texts(report)).toContain('Im Maßnahmenplan steht noch nichts.');
	});

	test('shows the rounds up to this one side by side, and nothing of later ones', async () => {
		const first = await makeClosedRound(database(), [2, 2, 2, 2, 2], { title: 'Herbst 2024', closedOn: '2024-11-10' });
		const second = await makeClosedRound(database(), [3, 3, 3, 3, 3], { title: 'Herbst 2025', closedOn: '2025-11-10' });
		expect(kinds(reportOf(first))).not.toContain('series');
		expect(texts(reportOf(first))).not.toContain('Herbst 2025');
		const rows = tableNamed(reportOf(second), 'Wert, Reifestufe und Veränderung zur Runde davor');
		expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
			['1 Herbst 2024 · 10. November 2024', '2,0 · Stufe 2 Vereinzelt'],
			['2 Herbst 2025 · 10. November 2025', '3,0 · Stufe 3 Geregelt · +1,0']
		]);
	});

	test('names the checksum of the data file, and nothing of the seed or of notes', async () => {
		const id = await large();
		await plan(1);
		const report = reportOf(id);
		const file = await (await roundDownload(requireMade(database(), id), 'json')).text();
		expect(report.sha256).toBe(sha256(file));
		expect(texts(report.blocks)).toContain(report.sha256);
		expect(texts(report)).not.toMatch(/seed|vertraulich/);
	});

	test('is told in English to whoever reads English', async () => {
		overwriteGetLocale(() => 'en');
		onTestFinished(() => overwriteGetLocale(() => 'de'));
		const report = reportOf(await small());
		expect(report).toMatchObject({ language: 'en', title: 'Report on the result', date: '27 November 2026' });
		expect(texts(report)).not.toMatch(/Reifestufe|Kommune|Wert /);
	});

	test.skipIf(!mayMakePdf())('has 8 to 20 pages, the first of them a summary, however much there is', async () => {
		await release();
		const ids = [await large(), await small()];
		await plan(60);
		for (const id of ids) {
			const { pages, alternatives, outline, misplaced } = readPdf(pdfFile(reportOf(id), 0));
			expect(pages).toBeGreaterThanOrEqual(8);
			expect(pages).toBeLessThanOrEqual(20);
			expect(alternatives.every((text) => text.length > 20)).toBe(true);
			expect(outline).toContain('Die Kriterien');
			expect(misplaced).toEqual([]);
		}
	});
});
