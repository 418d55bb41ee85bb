/** The thread that draws a card to share. */
import { workerData } from 'node:worker_threads';
import { CARD_SIZE, shareCard, type ShareCard } from '#lib/domain/document/share-card.ts';
import { svgOf } from '#lib/domain/document/svg.ts';
import { sendResult } from '#lib/server/worker.ts';
import { pngOf } from './png.ts';

sendResult(new Uint8Array(await pngOf(svgOf(shareCard(workerData as ShareCard)), CARD_SIZE.width, CARD_SIZE.height)));
