import './auth/people';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { invitationLetter, resetLetter } from '$lib/server/mail/letters';
import { createMailer } from '$lib/server/mail/mailer';

/** The least that a mail server says; keeps what it receives. */
async function mailServer() {
	const received: string[] = [];
	const server = createServer((socket) => {
		let inLetter = false;
		socket.write('220 test\r\n');
		socket.on('error', () => {});
		socket.on('data', (chunk) => {
			const text = chunk.toString();
			received.push(text);
			if (inLetter) {
				if (!text.endsWith('\r\n.\r\n')) return;
				inLetter = false;
				socket.write('250 kept\r\n');
			} else if (text.startsWith('DATA')) {
				inLetter = true;
				socket.write('354 go on\r\n');
			} else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
			else socket.write('250 ok\r\n');
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, received, close: () => server.close() };
}

test('a letter goes through the server that is set', async () => {
	const server = await mailServer();
	const mail = createMailer(server.url, 'Équipage <ne-pas-repondre@exemple.fr>');
	const letter = resetLetter({
		to: 'claire@exemple.fr',
		link: 'https://exemple.fr/nouveau-mot-de-passe/abc'
	});
	expect(await mail.send(letter)).toBe('sent');
	expect(server.received.join('')).toContain('RCPT TO:<claire@exemple.fr>');
	server.close();
});

test('a server that is down is told, not thrown', async () => {
	const server = await mailServer();
	server.close();
	const mail = createMailer(server.url, 'a@exemple.fr');
	expect(await mail.send({ to: 'b@exemple.fr', subject: 's', text: 't' })).toBe('failed');
});

test('without a server nothing is sent', async () => {
	const mail = createMailer(null, 'a@exemple.fr');
	expect([mail.ready, await mail.send({ to: 'b@exemple.fr', subject: 's', text: 't' })]).toEqual([
		false,
		'not-set'
	]);
});

test('the invitation says who invites, where, to do what', () => {
	const { subject, text } = invitationLetter({
		to: 'paul@exemple.fr',
		organizationName: 'MIFE de la Drôme',
		invitedBy: 'Claire',
		role: 'reader',
		link: 'https://exemple.fr/invitation/abc'
	});
	expect(subject).toBe('Invitation à rejoindre MIFE de la Drôme');
	expect(text).toContain('Claire vous invite');
	expect(text).toContain('voit le rallye sans rien changer');
	expect(text).toContain('https://exemple.fr/invitation/abc');
});
