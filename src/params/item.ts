/** An item's id in an address: `D1.1`. */
export function match(value: string): boolean {
	return /^[A-Z]\d\.\d$/.test(value);
}
