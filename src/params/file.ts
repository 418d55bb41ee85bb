import type { ParamMatcher } from '@sveltejs/kit';
import { isReleaseFileId } from '#lib/domain/release/file.ts';

/** A file of a release, by the last part of its address: `cells.csv`. */
export const match = ((param) => isReleaseFileId(param)) satisfies ParamMatcher;
