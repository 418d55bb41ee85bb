/** The thread that writes slides as a presentation. */
import { workerData } from 'node:worker_threads';
import type { Deck } from '#lib/domain/document/deck.ts';
import type { Look } from '#lib/domain/document/look.ts';
import { sendResult } from '#lib/server/worker.ts';
import { pptxFile } from './pptx-file.ts';

const { deck, look } = workerData as { deck: Deck; look: Look };
sendResult(await pptxFile(deck, look));
