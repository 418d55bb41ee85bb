/** Taking a release back: the reason is told in public. */
import { z } from 'zod';

export const RETRACTION_REASON_LEAST = 10;
export const RETRACTION_REASON_MOST = 500;

export const RetractionReason = z.string().trim().min(RETRACTION_REASON_LEAST).max(RETRACTION_REASON_MOST);
