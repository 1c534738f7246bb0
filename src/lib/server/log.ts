import pino from 'pino';
import { env } from './env';

/** Names under which personal data or secrets could reach a log line, at any of the first three levels. */
const SECRET = [
	'cookie',
	'cookies',
	'password',
	'newPassword',
	'currentPassword',
	'token',
	'secret',
	'authorization',
	'email',
	'phone',
	'contactEmail',
	'contactPhone',
	'set-cookie'
];
const paths = SECRET.flatMap((name) => {
	const key = /^\w+$/.test(name) ? `.${name}` : `["${name}"]`;
	return [name.includes('-') ? `["${name}"]` : name, `*${key}`, `*.*${key}`];
});

const TOKEN_PATHS =
	/^(\/(?:itineraire|accueil|mon-rallye|orientation|invite|invitation|nouveau-mot-de-passe))\/[^/?#]+/;

/** A path as it may be written in a log: whoever reads the log must not be able to open the link. */
export const loggedPath = (pathname: string): string => pathname.replace(TOKEN_PATHS, '$1/…');

/** Takes out what an error may quote: the values of a query, addresses, phone numbers, links. */
export const withoutPersonalData = (text: string): string =>
	text
		.replace(/\nparams:[^\n]*/g, '\nparams: […]')
		.replace(/[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu, '[courriel]')
		.replace(/(?:\+33|0)[1-9](?:[ .-]?\d{2}){4}\b/g, '[téléphone]')
		.replace(
			/(\/(?:itineraire|accueil|mon-rallye|orientation|invite|invitation|nouveau-mot-de-passe))\/[\w.~-]+/g,
			'$1/…'
		);

interface Described {
	type: string;
	message: string;
	code?: string;
	constraint?: string;
	stack?: string;
	cause?: Described;
}

/** An error's facts without the data it was about. */
export function describeError(problem: unknown, depth = 0): Described {
	if (!(problem instanceof Error))
		return { type: typeof problem, message: withoutPersonalData(String(problem)) };
	const { code, constraint, constraint_name } = problem as Error & Record<string, unknown>;
	return {
		type: problem.name,
		message: withoutPersonalData(problem.message),
		...(code ? { code: String(code) } : {}),
		...(constraint || constraint_name ? { constraint: String(constraint ?? constraint_name) } : {}),
		...(depth === 0
			? {
					stack: (problem.stack ?? '')
						.split('\n')
						.filter((line) => /^\s+at /.test(line))
						.join('\n')
				}
			: {}),
		...(problem.cause && depth < 3 ? { cause: describeError(problem.cause, depth + 1) } : {})
	};
}

/** A logger that writes one JSON line per event, without personal data; `destination` is for tests. */
export const createLog = (level: string, destination?: pino.DestinationStream) =>
	pino(
		{
			level,
			base: null,
			redact: { paths, censor: '[…]' },
			serializers: { err: (problem: unknown) => describeError(problem) }
		},
		destination ?? pino.destination({ sync: true })
	);

export const log = createLog(env().logLevel);
