/** Rows as bits, 32 to a word: what the searches of D6 and D7 look at millions of times. */

export type Bits = Uint32Array;

/** For each of so many columns, the rows that name it. */
export function columnsOf(rows: readonly (readonly number[])[], columns: number): Bits[] {
	const words = Math.ceil(rows.length / 32);
	const bits = Array.from({ length: columns }, () => new Uint32Array(words));
	rows.forEach((named, row) => {
		for (const column of named) {
			const own = bits[column];
			if (own) own[row >> 5] = (own[row >> 5] as number) | (1 << (row & 31));
		}
	});
	return bits;
}

/** Whether no row is in both. */
export function areDisjoint(one: Bits, other: Bits): boolean {
	for (let word = 0; word < one.length; word++)
		if (((one[word] as number) & (other[word] as number)) !== 0) return false;
	return true;
}

/** Whether every row of the part is in the whole. */
export function liesInside(part: Bits, whole: Bits): boolean {
	for (let word = 0; word < part.length; word++)
		if (((part[word] as number) & ~(whole[word] as number)) !== 0) return false;
	return true;
}

/** Puts what is in one and not in the other into `rest`. */
export function subtract(one: Bits, other: Bits, rest: Bits): void {
	for (let word = 0; word < one.length; word++) rest[word] = (one[word] as number) & ~(other[word] as number);
}

/** Puts what is in some of these columns into `union`. */
export function unite(columns: readonly Bits[], some: readonly number[], union: Bits): void {
	union.fill(0);
	for (let index = 0; index < some.length; index++) {
		const own = columns[some[index] as number] as Bits;
		for (let word = 0; word < own.length; word++) union[word] = (union[word] as number) | (own[word] as number);
	}
}
