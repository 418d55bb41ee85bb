import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { handlerOf } from '../../operation.ts';

export const GET = handlerOf('getCodebook', () => codebookOf(currentInstrument().instrument));
