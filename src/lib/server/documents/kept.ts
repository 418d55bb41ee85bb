/** Papers that are the same for everybody are made once as long as the service runs, however many ask. */
const kept = new Map<string, Promise<Response>>();

/** @param name of what is the same @param make is asked again only where it failed @returns a response of its own */
export async function onceMade(name: string, make: () => Promise<Response>): Promise<Response> {
	let made = kept.get(name);
	if (!made) {
		made = make();
		kept.set(name, made);
		made.catch(() => kept.delete(name));
	}
	return (await made).clone();
}
