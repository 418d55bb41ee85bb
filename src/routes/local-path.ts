/** Where to go next, as an address tells it: a path of this site, never another host. */
const LOCAL = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** The path, or another where it is none of ours. */
export function localPath(path: unknown, otherwise: string): string {
	return typeof path === 'string' && LOCAL.test(path) ? path : otherwise;
}
