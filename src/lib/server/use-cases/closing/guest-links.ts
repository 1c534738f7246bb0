import type { GuestReply } from '$lib/domain/closing/guests';
import { capitalised, clock, dayAndMonth, french, typeset } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { personalLinks, type PersonalLink } from '../../db/repositories/personal-links';
import { records, type RecordRow } from '../../db/repositories/records';
import { renewPersonalLink } from '../personal-links/give-personal-link';
import type { Editor } from '../records/edit-record';

export interface InvitedGuest {
	id: string;
	name: string;
	organisation: string;
	reply: GuestReply;
	/** Where the company or the partner it was invited for is written to; '' when unknown. */
	email: string;
	link: PersonalLink | null;
}

/** Every invitation with its page, those without an answer first. */
export async function readGuestLinks(db: Db, rally: Pick<Rally, 'id'>): Promise<InvitedGuest[]> {
	const guests = await records(db, 'guest').list(rally.id);
	const links = await personalLinks(db).ofRally(rally.id);
	const companies = new Map((await records(db, 'company').list(rally.id)).map((one) => [one.id, one]));
	const partners = new Map((await records(db, 'partner').list(rally.id)).map((one) => [one.id, one]));
	const answered = ({ reply }: { reply: GuestReply }) => (reply === 'waiting' ? 0 : 1);
	return guests
		.map(({ id, name, organisation, reply, companyId, partnerId }) => ({
			...{ id, name, organisation, reply },
			email: companies.get(companyId ?? '')?.contactEmail || partners.get(partnerId ?? '')?.email || '',
			link: links.find(({ guestId }) => guestId === id) ?? null
		}))
		.sort((a, b) => answered(a) - answered(b) || french.compare(a.name, b.name));
}

/** A page for each guest that has none; answers how many were opened. */
export async function openGuestLinks(db: Db, rally: Rally, secret: string, editor: Editor): Promise<number> {
	const without = (await readGuestLinks(db, rally)).filter(({ link }) => link === null);
	for (const { id } of without) await renewPersonalLink(db, rally, { guestId: id }, secret, editor);
	return without.length;
}

/** An invitation ready to be sent, with the address to answer at. The organizer sends it: nothing leaves by itself. */
export function guestLetter(
	rally: Pick<Rally, 'title' | 'closing' | 'contactName' | 'contactPhone'>,
	{ name }: Pick<RecordRow<'guest'>, 'name'>,
	address: string
): { subject: string; body: string } {
	const { closing } = rally;
	const where = [closing?.place.label, closing?.place.address, closing?.place.commune]
		.filter(Boolean)
		.join(', ');
	const lines = [
		`Bonjour ${name},`,
		'',
		`Vous êtes invité·e à la clôture du ${rally.title}. Les participants y racontent ce qu’ils ont vu et appris.`,
		...(closing ? ['', `${capitalised(dayAndMonth(closing.date))}, à ${clock(closing.start)}${where ? `, ${where}` : ''}.`] : []), // prettier-ignore
		'',
		'Dites-nous d’un appui si vous venez, et à combien :',
		address,
		'',
		[rally.contactName || 'L’équipe du rallye', rally.contactPhone].filter(Boolean).join(', ')
	];
	return {
		subject: typeset(`${rally.title} : invitation à la clôture`),
		body: lines.map(typeset).join('\n')
	};
}
