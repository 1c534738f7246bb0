import { createTransport } from 'nodemailer';
import { env } from '../env';
import { log } from '../log';

export interface Letter {
	to: string;
	subject: string;
	text: string;
	/** A calendar file that goes with it. */
	calendar?: { name: string; text: string };
	/** A PDF that goes with it. */
	document?: { name: string; bytes: Uint8Array };
}

/** What became of a letter. Without a mail server nothing is lost: the page shows the link to copy. */
export type Sending = 'sent' | 'not-set' | 'failed';

export interface Mailer {
	/** Whether a mail server is set at all. */
	ready: boolean;
	/** Never throws: a mail server that is down must not undo what was done. */
	send(letter: Letter): Promise<Sending>;
}

/** Milliseconds that a mail server may stay silent: people wait for the answer of the page. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Sends through the server at `smtpUrl`; null sends nothing and says so. */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
	if (!smtpUrl) return { ready: false, send: async () => 'not-set' };
	const transport = createTransport({ url: smtpUrl, ...PATIENCE }, { from });
	return {
		ready: true,
		async send({ calendar, document, ...letter }) {
			try {
				const attachments = [
					...(calendar
						? [
								{
									filename: calendar.name,
									content: calendar.text,
									contentType: 'text/calendar; charset=utf-8'
								}
							]
						: []),
					...(document
						? [
								{
									filename: document.name,
									content: Buffer.from(document.bytes),
									contentType: 'application/pdf'
								}
							]
						: [])
				];
				await transport.sendMail({ ...letter, attachments });
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
