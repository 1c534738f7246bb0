/** Said now and then, so that whatever stands between keeps the line open. Milliseconds. */
const PULSE = 15_000;

export interface StreamLine {
	event: string;
	data: unknown;
	/** What a browser that lost the line gives back as `last-event-id`. */
	id?: number;
}

/**
 * Server-sent events: `next` is asked every so many milliseconds what is new, until it says that it is over or the
 * reader leaves; `ended` then, once or more. The stream only reads; what it reports lives elsewhere.
 */
export function eventStream(
	every: number,
	next: () => Promise<{ lines: StreamLine[]; over?: boolean }>,
	ended: () => void = () => {}
): Response {
	let gone = false;
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			const say = (text: string) => controller.enqueue(encoder.encode(text));
			let spoke = Date.now();
			try {
				while (!gone) {
					const { lines, over } = await next();
					if (gone) return;
					for (const { id, event, data } of lines)
						say(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
					if (lines.length > 0) spoke = Date.now();
					if (over) break;
					if (Date.now() - spoke > PULSE) {
						say(': toujours là\n\n');
						spoke = Date.now();
					}
					await new Promise((resolve) => setTimeout(resolve, every));
				}
			} catch (problem) {
				if (!gone) controller.error(problem);
				return;
			} finally {
				ended();
			}
			if (!gone) controller.close();
		},
		cancel() {
			gone = true;
			ended();
		}
	});
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-cache, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}
