import type { Company } from '$lib/domain/company';
import { dateRange, typeset } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';

export interface HostLetter {
	to: string;
	subject: string;
	body: string;
}

/** A message ready to be sent to a company with the address of its page. The organizer sends it: nothing leaves by itself. */
export function hostLetter(
	rally: Pick<Rally, 'title' | 'programme' | 'contactName' | 'contactPhone'>,
	company: Pick<Company, 'name' | 'contactName' | 'contactEmail'>,
	address: string
): HostLetter {
	const dates = rally.programme.map(({ date }) => date);
	const when = dates.length > 0 ? dateRange(dates[0]!, dates.at(-1)!) : '';
	const lines = [
		company.contactName ? `Bonjour ${company.contactName},` : 'Bonjour,',
		'',
		`${company.name} accueille des équipes du ${rally.title}${when ? `, ${when}` : ''}. Merci !`,
		'',
		'Cette page est la vôtre, sans compte ni mot de passe. Elle dit ce que nous avons noté : vos créneaux, la personne qui accueille, le stationnement, la tenue. Un appui suffit pour confirmer que rien ne change ; corrigez-y ce qui doit l’être, quand vous voulez :',
		'',
		address,
		'',
		'Gardez cette adresse pour vous : qui la possède peut répondre à votre place.',
		'',
		[rally.contactName || 'L’équipe du rallye', rally.contactPhone].filter(Boolean).join(', ')
	];
	return {
		to: company.contactEmail,
		subject: typeset(`${rally.title} : votre accueil`),
		body: lines.map(typeset).join('\n')
	};
}
