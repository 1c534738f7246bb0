import type { z } from 'zod';
import { isPassing, type OutsideFault } from '$lib/domain/outside';
import { err, ok, type Result } from '$lib/domain/result';

/** How long and how often a service outside is asked before going on without it. */
export interface Patience {
	/** For one try, seconds. */
	seconds: number;
	tries: number;
	/** Before the second try, milliseconds; doubled at each further one. */
	backoff: number;
}
export const usualPatience: Patience = { seconds: 10, tries: 3, backoff: 500 };
/** While somebody waits in front of a form. */
export const shortPatience: Patience = { seconds: 5, tries: 2, backoff: 300 };

export interface Question {
	url: string;
	method?: 'GET' | 'POST';
	headers?: Record<string, string>;
	body?: string | FormData;
	patience?: Patience;
	/** Whoever asks gives up. */
	signal?: AbortSignal | undefined;
	/** What an error answer of this service means, where its HTTP status does not say it. */
	fault?: (status: number, body: string) => OutsideFault | null;
}

/** No answer awaited here comes near: a matrix of 100 places is 300 KB. */
const LONGEST = 8_000_000;
const LONGEST_WAIT = 5_000;

/** Asks a service for JSON of a known shape. Everything it may do wrong comes back as a fault, nothing is thrown. */
export async function askJson<S extends z.ZodType>(
	question: Question,
	shape: S
): Promise<Result<z.output<S>, OutsideFault>> {
	const answered = await askText(question);
	if (!answered.ok) return answered;
	const read = shape.safeParse(parsed(answered.value));
	return read.success ? ok(read.data) : err({ code: 'unreadable' });
}

export async function askText(question: Question): Promise<Result<string, OutsideFault>> {
	const { seconds, tries, backoff } = question.patience ?? usualPatience;
	for (let attempt = 1; ; attempt++) {
		const { answer, retryAfter } = await tryOnce(question, seconds);
		const over = attempt >= tries || question.signal?.aborted;
		if (answer.ok || over || !isPassing(answer.error)) return answer;
		// A little chance, so that several processes do not come back together.
		const wait = Math.max(retryAfter, backoff * 2 ** (attempt - 1) * (0.75 + Math.random() / 2));
		if (wait > LONGEST_WAIT) return answer;
		await pause(wait, question.signal);
	}
}

interface Try {
	answer: Result<string, OutsideFault>;
	/** What the service asks to wait, milliseconds. */
	retryAfter: number;
}

async function tryOnce(question: Question, seconds: number): Promise<Try> {
	const { url, method = 'GET', headers = {}, body, signal } = question;
	const limit = AbortSignal.timeout(seconds * 1000);
	try {
		const response = await fetch(url, {
			method,
			headers: { accept: 'application/json', 'user-agent': 'Equipage', ...headers },
			...(body !== undefined && { body }),
			// Where an address sends us on to was not chosen by whoever runs the site.
			redirect: 'error',
			signal: signal ? AbortSignal.any([signal, limit]) : limit
		});
		const text = await textOf(response);
		if (text === null) return { answer: err({ code: 'unreadable' }), retryAfter: 0 };
		if (response.ok) return { answer: ok(text), retryAfter: 0 };
		const told = question.fault?.(response.status, text) ?? faultOf(response.status);
		const retryAfter = (Number(response.headers.get('retry-after')) || 0) * 1000;
		return { answer: err(told), retryAfter };
	} catch {
		const fault: OutsideFault = limit.aborted ? { code: 'timeout', seconds } : { code: 'unreachable' };
		return { answer: err(fault), retryAfter: 0 };
	}
}

function faultOf(status: number): OutsideFault {
	if (status === 401 || status === 403) return { code: 'key-refused' };
	if (status === 429) return { code: 'too-many-requests' };
	if (status === 413) return { code: 'too-big' };
	return status >= 500 ? { code: 'broken', status } : { code: 'refused', status, reason: '' };
}

/** The body, or null when it is far longer than any answer awaited. */
async function textOf(response: Response): Promise<string | null> {
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > LONGEST) return null;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

export function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const pause = (milliseconds: number, signal: AbortSignal | undefined) =>
	new Promise<void>((resolve) => {
		const over = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', over);
			resolve();
		};
		const timer = setTimeout(over, milliseconds);
		signal?.addEventListener('abort', over, { once: true });
	});
