import { z } from 'zod';
import { quoted } from '$lib/domain/french';
import { readNaf } from '$lib/domain/naf/naf';
import { readAcceslibre } from '$lib/domain/acceslibre';
import { readTrades } from '$lib/domain/rome/rome';
import { isSiret, readSiret } from '$lib/domain/siret';
import { readOpeningHours } from '../opening-hours/read';
import { text, textOrNull, UNREADABLE } from './text';

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

/** « Du lundi au vendredi de 8h à 12h » → `Mo-Fr 08:00-12:00`, as OpenStreetMap writes it; '' when nothing is typed. */
export const openingHours = () =>
	text(400).transform((typed, context): string => {
		const osm = typed && readOpeningHours(typed);
		if (osm !== null) return osm;
		context.addIssue({
			code: 'custom',
			message: 'Ces horaires ne se lisent pas : écrivez par exemple « lundi au vendredi 8h-12h, 13h30-17h ; fermé le mercredi », ou dans la syntaxe d’OpenStreetMap « Mo-Fr 08:00-12:00 ».' // prettier-ignore
		});
		return z.NEVER;
	});

/** The address of a page of Acceslibre; '' when nothing is typed. */
export const acceslibre = () =>
	text(300)
		.transform((typed) => typed && (readAcceslibre(typed) ?? typed))
		.refine((value) => value === '' || readAcceslibre(value) !== null, {
			error:
				'Collez l’adresse d’une fiche d’Acceslibre : elle commence par https://acceslibre.beta.gouv.fr/app/.'
		});

/** Trades of the ROME, codes or labels in one text; codes already read stand. Ten at most. */
export const romeCodes = () =>
	z
		.union([z.string(), z.array(z.string())], { error: UNREADABLE })
		.nullish()
		.transform((typed, context): string[] => {
			const { codes, unknown } = readTrades([typed ?? []].flat().join('\n'));
			const refuse = (message: string) => context.addIssue({ code: 'custom', message });
			if (unknown.length > 0)
				refuse(
					`${quoted(unknown[0]!.slice(0, 80))} n’est ni un code ROME ni un intitulé du ROME. Écrivez par exemple D1102, ou laissez ces mots dans « Métiers montrés ».`
				);
			if (codes.length > 10) refuse('Dix métiers au plus : gardez ceux que l’on verra vraiment.');
			return codes;
		});
