import type { Reader } from './open.ts';

/** Builds statements once for each connection and keeps them as long as the connection lives. */
export function prepared<T>(build: (connection: Reader) => T): (connection: Reader) => T {
	const built = new WeakMap<Reader, T>();
	return (connection) => {
		const statements = built.get(connection) ?? build(connection);
		built.set(connection, statements);
		return statements;
	};
}
