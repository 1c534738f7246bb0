import { z } from 'zod';
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

/** Fourteen digits whose checksum holds; La Poste's establishments follow another one. */
export const siretOrNull = () =>
	textOrNull(20)
		.transform((value) => value?.replace(/[\s.]/g, '') ?? null)
		.refine((value) => value === null || /^\d{14}$/.test(value), {
			error: 'Un SIRET compte quatorze chiffres.',
			abort: true
		})
		.refine((value) => value === null || isSiret(value), {
			error: 'Ce SIRET n’existe pas : un de ses chiffres est faux.'
		});

function isSiret(siret: string): boolean {
	const digits = [...siret].map(Number);
	const sum = (numbers: number[]) => numbers.reduce((total, digit) => total + digit, 0);
	if (siret.startsWith('356000000') && sum(digits) % 5 === 0) return true;
	return (
		sum(digits.map((digit, i) => (i % 2 === 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9))) % 10 === 0
	);
}

/** « 1071c » → « 10.71C ». */
export const nafOrNull = () =>
	textOrNull(10)
		.transform(
			(value) =>
				value
					?.toUpperCase()
					.replace(/\s/g, '')
					.replace(/^(\d{2})(\d{2}[A-Z])$/, '$1.$2') ?? null
		)
		.refine((value) => value === null || /^\d{2}\.\d{2}[A-Z]$/.test(value), {
			error: 'Un code NAF ressemble à 10.71C.'
		});
