import { z } from 'zod';
import { readNaf } from '$lib/domain/naf/naf';
import { isSiret, readSiret } from '$lib/domain/siret';
import { text, textOrNull } from './text';

export const email = () =>
	text(254)
		.transform((value) => value.toLowerCase())
		.refine((value) => value === '' || z.email().safeParse(value).success, {
			error: 'Cette adresse n’est pas complète : elle doit ressembler à prenom@exemple.fr.'
		});

/** French numbers in the usual writings; kept as « 04 75 00 00 00 », foreign ones as typed with their +. */
export const phone = () =>
	text(40)
		.transform((value) => {
			if (!/^[\d\s+()./–-]*$/.test(value)) return value; // « poste 12 » is not to be lost in silence
			const digits = value.replace(/[^\d+]/g, '').replace(/^(\+33|0033)0?/, '0');
			return /^0\d{9}$/.test(digits)
				? digits.replace(/(\d{2})(?=\d)/g, '$1 ')
				: /^(\+|00)\d{7,15}$/.test(digits)
					? digits
					: value;
		})
		.refine((value) => value === '' || /^0\d( \d{2}){4}$/.test(value) || /^(\+|00)\d{7,15}$/.test(value), {
			error: 'Ce numéro n’est pas complet : dix chiffres, par exemple 04 75 12 34 56.'
		});

export const postcode = () =>
	text(10)
		.transform((value) => value.replace(/\s/g, ''))
		.refine((value) => value === '' || /^\d{5}$/.test(value), {
			error: 'Un code postal compte cinq chiffres.'
		});

/** Fourteen digits. One whose check digits fail is kept: the form says the doubt (see domain/siret.ts). */
export const siretOrNull = () =>
	textOrNull(40)
		.transform((value) => (value ? readSiret(value) : null))
		.refine((value) => value === null || isSiret(value), { error: 'Un SIRET compte quatorze chiffres.' });

/** « 1071c » → « 10.71C ». */
export const nafOrNull = () =>
	textOrNull(10)
		.transform((value) => value && (readNaf(value) ?? value))
		.refine((value) => value === null || readNaf(value) !== null, {
			error: 'Un code NAF ressemble à 10.71C.'
		});
