/**
 * The official register of municipalities as published: GV100AD, fixed width, one record a line.
 * Columns are those of the official description, 1-based and inclusive; they count characters, so decode first.
 */

export const LEVELS = { '40': 'district', '50': 'association', '60': 'municipality' } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** One line of the register that names a district, an association or a municipality. */
export interface RegisterRecord {
	/** 1-based number of its line in the file */
	line: number;
	level: Level;
	/** Land, Regierungsbezirk and Kreis: 5 digits */
	district: string;
	/** the 3 digits within the district; blank above municipalities */
	municipality: string;
	/** the 4 digits within the district; blank for districts */
	association: string;
	name: string;
	/** the official code of its kind, 40–67 */
	code: string;
	/** hectares; 0 above municipalities */
	area: number;
	population: number;
}

/** Why a line cannot be used. `found` is what stands there. */
export interface BadLine {
	line: number;
	problem: 'record' | 'date' | 'otherDate' | 'key' | 'name' | 'code' | 'area' | 'population' | 'twice' | 'orphan';
	found: string;
}

/** All records of one file, which carry the same date, and the number of headings (Länder and regions) left out. */
export interface RegisterFile {
	date: string;
	records: RegisterRecord[];
	headings: number;
}

/** Codes of each level; any other code means a file of another layout. */
const CODES: Record<Level, RegExp> = { district: /^4[1-5]$/, association: /^5\d$/, municipality: /^6[0-7]$/ };
const KEY: Record<Level, RegExp> = {
	district: /^(0[1-9]|1[0-6])\d{3}$/,
	association: /^(0[1-9]|1[0-6])\d{3} {3}\d{4}$/,
	municipality: /^(0[1-9]|1[0-6])\d{10}$/
};
const NUMBER = /^\d{11}$/;
/** What shows that decoding went wrong, or that the line is no text. */
const UNREADABLE = /\p{Cc}|\uFFFD/u;

/**
 * Reads the decoded text of a file, of which empty lines are no part.
 *
 * @returns the records, or all bad lines in their order and how many lines are readable (none: another kind of file)
 */
export function readRegister(text: string): RegisterFile | { bad: BadLine[]; readable: number } {
	const file: RegisterFile = { date: '', records: [], headings: 0 };
	const bad: BadLine[] = [];
	// Files from old systems end with a control character.
	const lines = text.replace(/\p{Cc}+$/u, '').split(/\r\n|\n|\r/);
	for (const [index, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const problem = readLine(line, index + 1, file);
		if (problem) bad.push({ line: index + 1, ...problem });
	}
	return bad.length > 0 ? { bad, readable: file.records.length + file.headings } : file;
}

/** Adds one line to the file, or tells what is wrong with it. */
function readLine(line: string, number: number, file: RegisterFile): Omit<BadLine, 'line'> | undefined {
	const kind = line.slice(0, 2);
	const date = isoDate(line.slice(2, 10));
	if (!/^[1-6]0$/.test(kind)) return { problem: 'record', found: kind };
	if (!date) return { problem: 'date', found: line.slice(2, 10) };
	if (file.date !== '' && date !== file.date) return { problem: 'otherDate', found: date };
	file.date = date;
	if (!(kind in LEVELS)) {
		file.headings += 1;
		return;
	}
	const level = LEVELS[kind as keyof typeof LEVELS];
	const key = line.slice(10, 22).trimEnd();
	const name = line.slice(22, 72).trim();
	const code = line.slice(122, 124);
	if (!KEY[level].test(key)) return { problem: 'key', found: key };
	if (name === '' || UNREADABLE.test(name)) return { problem: 'name', found: name };
	if (!CODES[level].test(code)) return { problem: 'code', found: code };
	const [area, population] = level === 'municipality' ? [line.slice(128, 139), line.slice(139, 150)] : [ZERO, ZERO];
	if (!NUMBER.test(area)) return { problem: 'area', found: area };
	if (!NUMBER.test(population)) return { problem: 'population', found: population };
	file.records.push({
		line: number,
		level,
		district: key.slice(0, 5),
		municipality: key.slice(5, 8).trim(),
		association: level === 'municipality' ? key.slice(8) : key.slice(8).trim(),
		name,
		code,
		area: Number(area),
		population: Number(population)
	});
}

const ZERO = '0'.repeat(11);

/** `20251130` → `2025-11-30`; undefined where that is no day. */
function isoDate(digits: string): string | undefined {
	const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
	const day = new Date(`${text}T00:00:00Z`);
	return /^\d{8}$/.test(digits) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
		? text
		: undefined;
}
