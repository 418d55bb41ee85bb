/** A criterion's id in an address: `D1`, `A3`, `B6`. */
export function match(value: string): boolean {
	return /^[A-Z]\d$/.test(value);
}
