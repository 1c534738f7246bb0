import { z } from 'zod';
import { referableNeeds, referableStatuses } from '$lib/domain/enrolment/referral';
import { ageBands, genders, type Need, type Status } from '$lib/domain/participant';
import * as field from '../../fields';

/** What a prescriber sends of somebody. */
export const ReferralForm = z
	.object({
		firstName: field.required('Écrivez le prénom.', 80),
		lastName: field.required('Écrivez le nom.', 80),
		phone: field.phone(),
		email: field.email(),
		commune: field.text(80),
		postcode: field.postcode(),
		gender: field.choiceOrNull(genders),
		ageBand: field.choiceOrNull(ageBands),
		statuses: field.choices(referableStatuses) as unknown as z.ZodType<Status[]>,
		needs: field.choices(referableNeeds) as unknown as z.ZodType<Need[]>,
		referentName: field.text(120),
		referentPhone: field.phone(),
		referentEmail: field.email()
	})
	.refine(
		({ phone, email, referentPhone, referentEmail }) => phone || email || referentPhone || referentEmail,
		{
			path: ['phone'],
			error: 'Donnez de quoi joindre la personne, ou vous-même.'
		}
	);
export type ReferralInput = z.output<typeof ReferralForm>;

/** With the person's word, without which nobody is sent. */
export const NewReferralForm = z.intersection(
	ReferralForm,
	z.object({
		agreed: field.ticked().refine((agreed) => agreed, {
			error: 'Lisez ce texte à la personne : sans son accord, elle n’est pas orientée.'
		}),
		means: field.choice({ paper: '', oral: '' }, 'Dites comment la personne a donné son accord.')
	})
);
export type NewReferral = z.output<typeof NewReferralForm>;
