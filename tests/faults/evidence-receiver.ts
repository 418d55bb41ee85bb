/** Receives a file of evidence that is too large for a small disk, and then one that fits; tells what happened as JSON. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { keepFile, receiveFile } from '#lib/server/evidence/files.ts';
import { PDF } from '../support/evidence-files.ts';

const folder = join(process.argv[2] ?? '', 'evidence.test.db');
const pieces = Array.from({ length: 3 * 1024 }, () => Buffer.alloc(1024));
const large = Readable.from([PDF.subarray(0, 20), ...pieces, PDF.subarray(20)]);
const refused = await receiveFile(folder, large).catch((error: Error) => error.name);
const left = readdirSync(folder);
const kept = await receiveFile(folder, Readable.from([PDF]));
if (typeof kept === 'object') keepFile(folder, kept.id);
console.log(JSON.stringify({ refused, left, kept, now: readdirSync(folder) }));
