/** Papers that are the same for everybody are made once as long as the service runs, however many ask. */
interface Kept {
	body: ArrayBuffer;
	headers: [string, string][];
}

const kept = new Map<string, Promise<Kept>>();

/** @param name of what is the same @param make is asked again only where it failed @returns a response of its own */
export async function onceMade(name: string, make: () => Promise<Response>): Promise<Response> {
	let made = kept.get(name);
	if (!made) {
		made = make().then(keep);
		kept.set(name, made);
		made.catch(() => kept.delete(name));
	}
	const { body, headers } = await made;
	return new Response(body, { headers });
}

/** The bytes, not the response: of one that is copied again and again, what nobody reads would pile up. */
async function keep(response: Response): Promise<Kept> {
	return { body: await response.arrayBuffer(), headers: [...response.headers] };
}
