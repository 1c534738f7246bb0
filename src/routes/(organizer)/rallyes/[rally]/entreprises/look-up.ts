import { fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { addressOf, toConfirm } from '$lib/domain/address';
import type { Establishment } from '$lib/domain/establishment';
import { locatedInWords } from '$lib/domain/fields/company';
import { plural, quoted } from '$lib/domain/french';
import { nafOf } from '$lib/domain/naf/naf';
import { outsideWords, type OutsideFault } from '$lib/domain/outside';
import { sectors, type Sector } from '$lib/domain/sector';
import { readForm, type FormProblems, type Typed } from '$lib/server/form';
import { servicesOutside } from '$lib/server/outside/services';
import {
	IdentifyForm,
	identifyCompany,
	type Identified
} from '$lib/server/use-cases/companies/identify-company';
import { LocateForm, locateCompany, type Situated } from '$lib/server/use-cases/companies/locate-company';

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
		const { place, words, tone } = await locatedWords(form.value);
		return shown({ ...form.typed, ...place }, words, tone);
	}
};

/** What the address service answers of an address, said, and where it puts it when it does. */
async function locatedWords(
	asked: z.output<typeof LocateForm>
): Promise<{ place: Situated | null; words: string; tone: 'good' | 'warn' }> {
	const nowhere = (words: string) => ({ place: null, words, tone: 'warn' as const });
	const { addresses } = servicesOutside();
	if (!addresses) return nowhere('Aucun service d’adresses n’est réglé.');
	const looked = await locateCompany(addresses, asked);
	if (!looked.ok && looked.error.code === 'no-address')
		return nowhere('Écrivez l’adresse, ou au moins la commune.');
	if (!looked.ok) {
		const why = outsideWords((looked.error as { fault: OutsideFault }).fault);
		return nowhere(`Le service d’adresses ne répond pas : ${why}. Posez le repère à la main.`);
	}
	if (!looked.value)
		return nowhere(`Le service ne connaît pas ${quoted(addressOf(asked))}. Posez le repère à la main.`);
	const { located, precision } = looked.value;
	return toConfirm(precision)
		? { place: looked.value, words: `Réponse incertaine : ${locatedInWords(located)}. Vérifiez le repère, puis enregistrez.`, tone: 'warn' } // prettier-ignore
		: { place: looked.value, words: `Adresse située : ${locatedInWords(located)}. Enregistrez pour la garder.`, tone: 'good' }; // prettier-ignore
}

const PlacesForm = z.looseObject({
	meetingPoint: z.looseObject({}).optional(),
	closing: z.looseObject({ place: z.looseObject({}).optional() }).optional()
});

/** Situates the meeting point or the place of the closing from what is typed there; nothing is saved. */
export const locatePlace =
	(which: 'meetingPoint' | 'closing') =>
	async ({ request }: RequestEvent) => {
		const form = await readForm(request, PlacesForm);
		if (!form.ok) return fail(400, form.error);
		const { meetingPoint, closing } = form.value;
		const typed = which === 'meetingPoint' ? meetingPoint : closing?.place;
		const asked = LocateForm.safeParse(typed ?? {});
		if (!asked.success) return shown(form.typed, 'Corrigez l’adresse, puis recommencez.', 'warn');
		const { place, words, tone } = await locatedWords(asked.data);
		if (!place) return shown(form.typed, words, tone);
		const { longitude: lon, latitude: lat, precision } = place;
		const situated = { ...typed, position: { lon, lat }, precision };
		const filled =
			which === 'meetingPoint' ? { meetingPoint: situated } : { closing: { ...closing, place: situated } };
		return shown({ ...form.typed, ...filled }, words, tone);
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
