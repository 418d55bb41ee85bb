/** Server-sent events as a response. @param stream undefined tells that there is nothing to watch, and ends */
export function streamResponse(stream: ReadableStream<Uint8Array> | undefined): Response {
	return new Response(stream ?? 'event: end\ndata:\n\n', {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// nginx would else collect what is to arrive at once
			'x-accel-buffering': 'no'
		}
	});
}
