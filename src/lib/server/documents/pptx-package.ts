/** Mends what the library leaves in a package: types of parts that are not there, and folders as if they were files. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const TYPES = '[Content_Types].xml';
const OWN_TYPE = /<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g;

export function withoutAbsentParts(file: Uint8Array): Uint8Array<ArrayBuffer> {
	const { [TYPES]: types = new Uint8Array(), ...parts } = unzipSync(file, {
		filter: ({ name }) => !name.endsWith('/')
	});
	const kept = strFromU8(types).replace(OWN_TYPE, (whole, name: string) => (parts[name] ? whole : ''));
	// The types come first, as programs expect them.
	return new Uint8Array(zipSync({ [TYPES]: strToU8(kept), ...parts }));
}
