import { createTransport } from 'nodemailer';
import { env } from '../env';
import { log } from '../log';

export interface Letter {
	to: string;
	subject: string;
	text: string;
}

/** What became of a letter. Without a mail server nothing is lost: the page shows the link to copy. */
export type Sending = 'sent' | 'not-set' | 'failed';

export interface Mailer {
	/** Whether a mail server is set at all. */
	ready: boolean;
	/** Never throws: a mail server that is down must not undo what was done. */
	send(letter: Letter): Promise<Sending>;
}

/** Sends through the server at `smtpUrl`; null sends nothing and says so. */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
	if (!smtpUrl) return { ready: false, send: async () => 'not-set' };
	const transport = createTransport(smtpUrl, { from });
	return {
		ready: true,
		async send(letter) {
			try {
				await transport.sendMail(letter);
				return 'sent';
			} catch (problem) {
				log.error({ err: problem }, 'letter not sent');
				return 'failed';
			}
		}
	};
}

let known: Mailer | undefined;

/** The mail server of this process's settings. */
export const mailer = (): Mailer => (known ??= createMailer(env().smtpUrl, env().mailFrom));
