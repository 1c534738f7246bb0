import { clockInput } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { hostLinks } from '../db/repositories/host-links';
import { records } from '../db/repositories/records';
import { changeAsHost, confirmAsHost, HostForm } from '../use-cases/host-answers/answer-as-host';
import { giveHostLinks } from '../use-cases/host-links/give-link';
import { hostTokenOf } from '../use-cases/host-links/link-token';
import type { Editor } from '../use-cases/records/edit-record';

/** INVENTED answers: one company confirms, another brings its own welcome up to date and waits for an organizer. */
export async function answerAsDemoHosts(db: Db, rally: Rally, secret: string, editor: Editor): Promise<void> {
	const companies = (await records(db, 'company').list(rally.id)).filter(
		({ state }) => state === 'confirmed'
	);
	await giveHostLinks(db, rally, companies.map(({ id }) => id), secret, editor); // prettier-ignore
	const links = await hostLinks(db).open(rally.id);
	const find = (name: string) => {
		const company = companies.find((of) => of.name === name);
		const link = links.find(({ companyId }) => companyId === company?.id);
		return company && link ? { company, token: hostTokenOf(link.id, secret) } : null;
	};

	const confirming = find('Charpentes Vivaraises');
	if (confirming) await confirmAsHost(db, confirming.token, { note: '', signedBy: 'David Roux' });
	const changing = find('Hôtel-restaurant du Gravier');
	if (!changing) return;
	const { company, token } = changing;
	const typed = Object.fromEntries(
		Object.entries(company).map(([name, of]) => [name, typeof of === 'number' ? String(of) : of])
	);
	const form = HostForm.parse({
		...typed,
		slots: company.slots.map(({ date, from, to }) => ({ date, from: clockInput(from), to: clockInput(to) })),
		welcomeName: 'Maxime Comte',
		welcomePhone: '06 00 00 00 29',
		wear: ['closed-shoes'],
		photos: 'yes',
		tradesShown: 'Cuisine, service, étages, réception',
		note: 'Je serai en congé ces jours-là : mon frère vous reçoit.',
		signedBy: 'Hélène Comte'
	});
	await changeAsHost(db, token, form);
}
