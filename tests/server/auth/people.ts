/** Settings for tests of accounts: nothing on disk, nothing printed. Before anything reads them. */
process.env.DATABASE_URL ||= 'memory:';
process.env.LOG_LEVEL = 'silent';
process.env.ORIGIN = 'http://localhost:3000';

export const password = 'correct-cheval-pile-agrafe';

/** What a browser sends back after it received these `Set-Cookie` headers. */
export function headersOf(setCookies: string[]): Headers {
	const pairs = setCookies.map((line) => line.split(';')[0]!).filter((pair) => !pair.endsWith('='));
	return new Headers({ cookie: pairs.join('; ') });
}
