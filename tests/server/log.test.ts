import './auth/people';
import { describe, expect, test } from 'vitest';
import { createLog, loggedPath } from '$lib/server/log';

/** Everything a logger wrote, as one text. */
function written(act: (log: ReturnType<typeof createLog>) => void): string {
	const lines: string[] = [];
	act(createLog('info', { write: (line: string) => void lines.push(line) }));
	return lines.join('');
}

describe('a log line', () => {
	test('holds no secret, at whatever depth it was given', () => {
		const text = written((log) => {
			log.info({ password: 'SECRET', token: 'SECRET', user: { email: 'SECRET', phone: 'SECRET' } }, 'x');
			log.info({
				request: { headers: { cookie: 'SECRET', 'set-cookie': 'SECRET', authorization: 'SECRET' } }
			});
			log.info({ 'set-cookie': 'SECRET', form: { newPassword: 'SECRET', contactPhone: 'SECRET' } });
		});
		expect(text).not.toContain('SECRET');
		expect(text.split('[…]').length - 1).toBe(10);
	});

	test('tells an error by its kind and place, not by the data it was about', () => {
		const cause = Object.assign(new Error('duplicate key: claire@exemple.fr'), {
			code: '23505',
			constraint: 'user_email'
		});
		const failed = new Error('Failed query: insert into "participant"\nparams: Claire,06 12 34 56 78', {
			cause
		});
		const text = written((log) => log.error({ err: failed }, 'unexpected'));
		expect(text).not.toMatch(/Claire|claire|06 12/);
		expect(text).toContain('23505');
		expect(text).toContain('user_email');
		expect(text).toContain('log.test.ts');
	});

	test('survives what is no error', () => {
		expect(written((log) => log.error({ err: 'appeler le +33612345678' }))).toContain('[téléphone]');
		expect(written((log) => log.error({ err: null }))).toContain('null');
	});
});

test.each([
	['/itineraire/abc.DEF-123', '/itineraire/…'],
	['/itineraire/abc/etape/2', '/itineraire/…/etape/2'],
	['/accueil/abc', '/accueil/…'],
	['/mon-rallye/abc', '/mon-rallye/…'],
	['/invitation/abc', '/invitation/…'],
	['/invite/abc', '/invite/…'],
	['/nouveau-mot-de-passe/abc', '/nouveau-mot-de-passe/…'],
	['/rallyes/abc', '/rallyes/abc'],
	['/connexion', '/connexion']
])('%s is written %s', (path, expected) => expect(loggedPath(path)).toBe(expected));
