import { z } from 'zod';
import { RETRACTION_REASON } from './retraction.ts';

/** Why a release was taken back, as the operator puts it. */
export const RetractionReason = z.string().trim().min(RETRACTION_REASON.least).max(RETRACTION_REASON.most);
