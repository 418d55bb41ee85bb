/** Made-up lines in the layout of GV100AD. */
interface Line {
	/** columns 11–22 */
	key: string;
	name: string;
	/** columns 123–124 */
	code?: string;
	area?: number;
	population?: number;
	/** `YYYYMMDD` */
	date?: string;
}

/** One line with a record of that kind, 220 characters long like the published ones. */
export function registerLine(
	record: string,
	{ key, name, code = '', area, population, date = '20260131' }: Line
): string {
	const front = `${record}${date}${key.padEnd(12)}${name.padEnd(50)}${''.padEnd(50)}${code.padEnd(2)}`;
	const numbers = area === undefined ? '' : `${digits(area)}${digits(population ?? 0)}`;
	return `${front.padEnd(128)}${numbers}`.padEnd(220);
}

const digits = (value: number) => String(value).padStart(11, '0');

/** A Land with a district of two municipalities in an association, a town, an unincorporated area; and a city. */
export const SMALL_REGISTER: Record<string, string> = {
	land: registerLine('10', { key: '05', name: 'Nordrhein-Westfalen' }),
	district: registerLine('40', { key: '05901', name: 'Musterau', code: '43' }),
	cityDistrict: registerLine('40', { key: '05902', name: 'Öhmstadt, Stadt', code: '41' }),
	association: registerLine('50', { key: '05901   5001', name: 'Öhmer Land', code: '51' }),
	townAlone: registerLine('50', { key: '05901   0003', name: 'Musterau, Stadt', code: '50' }),
	cityAlone: registerLine('50', { key: '05902   0000', name: 'Öhmstadt, Stadt', code: '50' }),
	north: registerLine('60', { key: '059010015001', name: 'Nordöhm', code: '64', area: 500, population: 700 }),
	south: registerLine('60', { key: '059010025001', name: 'Südöhm', code: '60', area: 300, population: 400 }),
	town: registerLine('60', { key: '059010030003', name: 'Musterau, Stadt', code: '63', area: 2000, population: 9000 }),
	forest: registerLine('60', { key: '059019999999', name: 'Öhmer Forst', code: '66', area: 50, population: 0 }),
	city: registerLine('60', { key: '059020000000', name: 'Öhmstadt, Stadt', code: '61', area: 4000, population: 80000 })
};

/** The text of a file: the small register with some lines exchanged, added or (undefined) left out. */
export function registerText(changes: Record<string, string | undefined> = {}, end = '\r\n'): string {
	const lines = Object.values({ ...SMALL_REGISTER, ...changes }).filter((line) => line !== undefined);
	return lines.map((line) => line + end).join('');
}
