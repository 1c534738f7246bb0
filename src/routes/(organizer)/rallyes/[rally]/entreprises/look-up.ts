import { fail, type RequestEvent } from '@sveltejs/kit';
import { addressOf, toConfirm } from '$lib/domain/address';
import type { Establishment } from '$lib/domain/establishment';
import { locatedInWords } from '$lib/domain/fields/company';
import { plural, quoted } from '$lib/domain/french';
import { nafOf } from '$lib/domain/naf/naf';
import { outsideWords } from '$lib/domain/outside';
import { sectors, type Sector } from '$lib/domain/sector';
import { readForm, type FormProblems, type Typed } from '$lib/server/form';
import { servicesOutside } from '$lib/server/outside/services';
import {
	IdentifyForm,
	identifyCompany,
	type Identified
} from '$lib/server/use-cases/companies/identify-company';
import { LocateForm, locateCompany } from '$lib/server/use-cases/companies/locate-company';

/** Which buttons the form of a company shows, and who they ask. */
export function lookUps() {
	const { directory, addresses } = servicesOutside();
	return { directory: directory?.host ?? null, addresses: addresses?.host ?? null };
}

/** A form shown again with what was looked up; nothing is saved, and the version opened is still the one opened. */
const shown = (
	typed: Typed,
	words: string,
	tone: 'good' | 'warn' = 'good',
	more: { choices?: Establishment[]; notices?: Record<string, string> } = {}
) => ({
	typed,
	problems: {} as Record<string, string[]>,
	said: { words, tone },
	...(Number(typed.version) > 0 && { version: Number(typed.version) }),
	...more
});

/** The two look-ups of a company's form, for the page that adds one and the page that edits one. */
export const lookUpActions = {
	identify: async ({ request }: RequestEvent) => {
		const form = await readForm(request, IdentifyForm);
		if (!form.ok) return fail(400, form.error);
		const { directory } = servicesOutside();
		if (!directory) return shown(form.typed, 'Aucun annuaire n’est réglé.', 'warn');
		const looked = await identifyCompany(directory, form.value);
		if (looked.ok) return identified(form.typed, looked.value);
		if (looked.error.code === 'nothing-to-look-up')
			return shown(form.typed, 'Écrivez le SIRET, ou trois lettres du nom au moins.', 'warn');
		const why = outsideWords(looked.error.fault);
		return shown(form.typed, `L’annuaire ne répond pas : ${why}. Remplissez la fiche à la main.`, 'warn');
	},

	locate: async ({ request }: RequestEvent) => {
		const form = await readForm(request, LocateForm);
		if (!form.ok) return fail(400, form.error);
		const { addresses } = servicesOutside();
		if (!addresses) return shown(form.typed, 'Aucun service d’adresses n’est réglé.', 'warn');
		const looked = await locateCompany(addresses, form.value);
		if (!looked.ok) {
			if (looked.error.code === 'no-address')
				return shown(form.typed, 'Écrivez l’adresse, ou au moins la commune.', 'warn');
			const why = outsideWords(looked.error.fault);
			return shown(
				form.typed,
				`Le service d’adresses ne répond pas : ${why}. Posez le repère à la main.`,
				'warn'
			);
		}
		if (!looked.value)
			return shown(
				form.typed,
				`Le service ne connaît pas ${quoted(addressOf(form.value))}. Posez le repère à la main.`,
				'warn'
			);
		const { located, precision } = looked.value;
		const doubtful = toConfirm(precision);
		const words = doubtful
			? `Réponse incertaine : ${locatedInWords(located)}. Vérifiez le repère, puis enregistrez.`
			: `Adresse située : ${locatedInWords(located)}. Enregistrez pour la garder.`;
		return shown({ ...form.typed, ...looked.value }, words, doubtful ? 'warn' : 'good');
	}
};

function identified(typed: Typed, looked: Identified) {
	if (looked.found === 'none')
		return shown(
			typed,
			looked.by === 'siret' ? 'L’annuaire ne connaît pas ce SIRET.' : 'L’annuaire ne trouve rien à ce nom.',
			'warn'
		);
	if (looked.found === 'several')
		return shown(
			typed,
			`L’annuaire propose ${plural(looked.choices.length, 'entreprise')}. Choisissez la bonne.`,
			'good',
			{
				choices: looked.choices
			}
		);
	const { establishment, filled } = looked;
	const { closed, name } = establishment;
	if (closed !== null) {
		const when = closed ? ` depuis le ${closed.split('-').reverse().join('/')}` : '';
		return shown(
			filled.typed,
			`Attention : ${quoted(name || 'cet établissement')} est fermé${when}, d’après l’annuaire.`,
			'warn',
			{
				notices: filled.notices
			}
		);
	}
	const words =
		filled.count > 0
			? `${plural(filled.count, 'champ rempli', 'champs remplis')} d’après l’annuaire : vérifiez-les, puis enregistrez.`
			: 'L’annuaire n’apprend rien de plus.';
	return shown(filled.typed, words, 'good', { notices: filled.notices });
}

/** A form refused for want of a sector comes back with the one its code of activity proposes. */
export function withProposedSector({ typed, problems }: FormProblems): FormProblems {
	const proposed: Sector | undefined = nafOf(String(typed.naf ?? ''))?.sector;
	if (!problems.sector || typed.sector || !proposed) return { typed, problems };
	const says = `D’après le code NAF, nous proposons ${quoted(sectors[proposed])} : vérifiez, puis enregistrez.`;
	return { typed: { ...typed, sector: proposed }, problems: { ...problems, sector: [says] } };
}
