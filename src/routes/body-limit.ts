/** How much a request may send: little everywhere, a file where evidence is added. The server in front allows the larger. */
import { error } from '@sveltejs/kit';

/** Bytes of the longest form of the service, many times over. */
const FORM_MAXIMUM = 512 * 1024;
/** Bytes of a file of the largest size (`FILE_MAXIMUM`) with what is typed about it. */
const UPLOAD_MAXIMUM = 21 * 1024 * 1024;
const UPLOADS = /^\/assessments\/[^/]+\/rounds\/[^/]+\/evidence\/new$/;

function tooLarge(): unknown {
	try {
		return error(413);
	} catch (thrown) {
		return thrown;
	}
}

/** The request, whose body ends with an error (413) where it gets longer than this address allows. */
export function limitBody(request: Request, pathname: string): Request {
	if (!request.body) return request;
	const most = UPLOADS.test(pathname) ? UPLOAD_MAXIMUM : FORM_MAXIMUM;
	const told = request.headers.get('content-length');
	// What is told is kept to by the server; only what is not told has to be counted.
	if (told !== null && Number(told) <= most) return request;
	const counted = count(request.body, told === null ? most : 0);
	return new Request(request, { body: counted, duplex: 'half' } as RequestInit);
}

/** What is too much is read and thrown away, so that the answer arrives before the connection ends. */
function count(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let size = 0;
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) return controller.close();
			size += value.length;
			if (size <= most) return controller.enqueue(value);
			controller.error(tooLarge());
			void drain(reader);
		},
		cancel: (reason) => reader.cancel(reason)
	});
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	try {
		while (!(await reader.read()).done);
	} catch {
		// Nobody waits for it.
	}
}
