import { z } from 'zod';
import { departments } from '$lib/domain/departments';
import * as field from '../../fields';

/** A rally that is announced, its dates to come. */
export const AnnouncedForm = z.object({
	organizer: field.text(120),
	department: field.choice(departments, 'Choisissez le département.'),
	territory: field.text(120),
	month: field
		.required('Choisissez le mois.', 7)
		.refine((value) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(value), { error: 'Choisissez le mois.' }),
	note: field.text(300)
});

export const MeetingForm = z.object({
	title: field.required('Donnez un titre à la rencontre.', 120),
	heldOn: field.date('Indiquez la date de la rencontre.'),
	place: field.text(120),
	note: field.text(2000)
});

/** A figure printed elsewhere, as its source prints it. */
export const CitedForm = z.object({
	year: field.whole(2000, 2100),
	label: field.required('Dites ce que compte ce chiffre.', 160),
	value: field.required('Recopiez le chiffre tel que la source le donne.', 60),
	base: field.text(300),
	source: field.required('Nommez la source : document, auteur.', 200),
	sourceOn: field.dateOrNull()
});
