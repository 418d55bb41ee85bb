/**
 * M15: the canonical JSON of a value – keys sorted by UTF-16 code units, no white space – so that equal content
 * gives equal bytes and one SHA-256. Entries that are `undefined` are left out, as in JSON.
 * @throws {TypeError} on what JSON cannot carry: functions, symbols, NaN, infinities, `undefined` in a list.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
		entries.sort(([a], [b]) => (a < b ? -1 : 1));
		return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
	}
	const json: string | undefined = JSON.stringify(value);
	if (json === undefined || (typeof value === 'number' && !Number.isFinite(value)))
		throw new TypeError(`No canonical JSON for ${String(value)}`);
	return json;
}
