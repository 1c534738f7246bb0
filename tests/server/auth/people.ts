/** Settings for tests of accounts: nothing on disk, nothing printed. Import it before what reads them. */
process.env.DATABASE_URL = 'memory:';
process.env.LOG_LEVEL = 'silent';
process.env.ORIGIN = 'http://localhost:3000';

export const password = 'correct-cheval-pile-agrafe';

/** What a browser sends back after it received these `Set-Cookie` headers. */
export function headersOf(setCookies: string[]): Headers {
	const pairs = setCookies.map((line) => line.split(';')[0]!).filter((pair) => !pair.endsWith('='));
	return new Headers({ cookie: pairs.join('; ') });
}

/** A mail server that keeps what it is given. */
export function keptMail() {
	const letters: { to: string; subject: string; text: string }[] = [];
	return {
		ready: true,
		letters,
		send: async (letter: (typeof letters)[number]) => {
			letters.push(letter);
			return 'sent' as const;
		}
	};
}

export const tokenIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** The value of a result that must be one. */
export function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
