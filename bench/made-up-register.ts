/** A register as large as the official one, of made-up names that are about as long and as alike as the real ones. */
import { registerLine } from '../tests/support/register-lines.ts';

const FRONT = 'Alt Bad Groß Klein Neu Nieder Ober Sankt Unter Wüst'.split(' ');
const STEMS =
	'Musl Öhmr Zwolf Quorn Vantr Yndl Ulvr Tadd Brönk Häll Wörl Greff Storm Lünd Kell Fahr Dörn Isl Rott Pleck'.split(
		' '
	);
const LINKS = 'e en er es ing in um al on ou'.split(' ');
const ENDS =
	'au bach berg brück büttel dorf feld förde hagen hausen heim hofen kirchen leben moor ow rath reuth see stadt stedt tal weiler wald'.split(
		' '
	);
const TAILS = ['', '', '', '', ', Stadt', ' a.d.Quorne', ' (Pfalz)', '/Yndel'];

const DISTRICTS = 294;
const MUNICIPALITIES = 10_645;
/** members of each association; a fourth of all municipalities belongs to none */
const MEMBERS = 7;

const pick = (from: readonly string[], index: number) => from[index % from.length] ?? '';

/** The name of that number: the same every time, and repeated about as rarely as real ones. */
function nameOf(index: number): string {
	const mixed = Math.imul(index + 1, 2654435761) >>> 0;
	const front = mixed % 5 === 0 ? `${pick(FRONT, mixed >>> 4)} ` : '';
	const stem = pick(STEMS, mixed >>> 7) + pick(LINKS, mixed >>> 12);
	return front + stem + pick(ENDS, mixed >>> 16) + pick(TAILS, mixed >>> 21);
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');
const districtOf = (index: number) => digits((index % 16) + 1, 2) + digits(100 + Math.floor(index / 16), 3);

/** The text of the file. */
export function madeUpRegister(): string {
	const lines = new Map<string, string>();
	const add = (record: string, key: string, name: string, code: string, size?: { area: number; population: number }) =>
		lines.set(key, registerLine(record, { key, name, code, ...size }));
	for (let index = 0; index < DISTRICTS; index++) add('40', districtOf(index), nameOf(index), '44');
	for (let index = 0; index < MUNICIPALITIES; index++) {
		const district = districtOf(index % DISTRICTS);
		const number = Math.floor(index / DISTRICTS) + 1;
		const alone = number % 4 === 0;
		const association = alone ? digits(number, 4) : digits(5000 + Math.floor(number / MEMBERS), 4);
		const name = nameOf(index + DISTRICTS);
		add('50', `${district}   ${association}`, name, alone ? '50' : '53');
		const size = { area: 2000, population: 200 + ((index * 7919) % 20_000) };
		add('60', district + digits(number, 3) + association, name, index % 5 === 0 ? '63' : '64', size);
	}
	return [...lines.values()].join('\r\n');
}
