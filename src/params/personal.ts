/** What a personal link names: the random part of the round and the token of the invitation (D14). */
export function match(value: string): boolean {
	return /^[0-9a-f]{32}-[0-9a-f]{32}$/.test(value);
}
