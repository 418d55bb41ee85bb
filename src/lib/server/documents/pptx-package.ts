/** Mends what the library leaves in a package: types of parts that are not there, and folders as if they were files. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const TYPES = '[Content_Types].xml';
const OWN_TYPE = /<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g;

export function withoutAbsentParts(file: Uint8Array): Uint8Array<ArrayBuffer> {
	const all = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
	const parts = Object.fromEntries(all);
	const types = strFromU8(parts[TYPES] ?? new Uint8Array());
	const kept = types.replace(OWN_TYPE, (whole, name: string) => (parts[name] ? whole : ''));
	// The types come first, as programs expect them.
	return new Uint8Array(zipSync({ [TYPES]: strToU8(kept), ...withoutTypes(parts) }));
}

function withoutTypes({ [TYPES]: _, ...parts }: Record<string, Uint8Array>): Record<string, Uint8Array> {
	return parts;
}
