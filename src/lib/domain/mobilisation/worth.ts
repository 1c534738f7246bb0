import { halfDay, halfDaysOf, noonOf, type IsoDate, type Minutes, type TypedHalfDay } from '../calendar';
import type { Company } from '../company';
import type { Dossier } from '../dossier';
import { duration, plural } from '../french';
import type { PlanLevel } from '../plan';
import { countedSector } from '../sector';
import { isAskable, type Call, type CallList } from './call-list';

/** A start that a company does not offer, and what the planner found a plan gains with it, at the first level that changes. */
export interface StartWorth {
	companyId: string;
	date: IsoDate;
	start: Minutes;
	level: PlanLevel['name'];
	by: number;
}

const words: Record<PlanLevel['name'], (by: number) => string> = {
	charter: (by) => `${plural(by, 'manque')} de moins au regard de la charte`,
	promises: (by) => `${plural(by, 'promesse')} de plus ${by > 1 ? 'tenues' : 'tenue'}`,
	comfort: (by) => `l’équivalent de ${duration(by)} de confort en plus`
};

export const worthInWords = ({ level, by }: Pick<StartWorth, 'level' | 'by'>): string => words[level](by);

/** How far a search for further starts went. */
export interface StartSearch {
	found: number;
	/** Starts that may bring something, and those of them tried. */
	promising: number;
	tried: number;
	/** Whether it is proven that no other brings more; with none found, that none brings anything. */
	complete: boolean;
	/** The first level where something is left to gain; null when nothing is. */
	level: PlanLevel['name'] | null;
}

/** What such a search is worth, in sentences: why to look or not, then whether others may do better. */
export function searchInWords({ found, promising, tried, complete, level }: StartSearch): string[] {
	if (level === null) return ['Tout est déjà au mieux : aucun créneau de plus n’y changerait rien.'];
	const held =
		level === 'comfort'
			? [
					'La charte et les promesses sont déjà tenues : un créneau de plus ne joue que sur le confort (route, attente, variété).'
				]
			: [];
	const aside = `${plural(tried, 'créneau essayé', 'créneaux essayés')} sur ${promising} qui pouvaient apporter quelque chose`;
	if (complete) return [...held, `${found > 0 ? 'Aucun autre ne ferait mieux' : 'Aucun créneau de plus ne ferait mieux'}, c’est prouvé.`]; // prettier-ignore
	if (promising === 0) return [...held, 'Aucun créneau de plus ne semble pouvoir faire mieux ; ce n’est pas prouvé.']; // prettier-ignore
	return [...held, found > 0 ? `${aside} : un autre ferait peut-être mieux.` : `${aside} : aucun ne fait mieux, sans que ce soit prouvé des autres.`]; // prettier-ignore
}

/**
 * The counted list led by what the planner found, its best start of each company first: it knows the roads and the
 * other visits, the count does not. What became of a company or of its slots since then leaves the start out.
 */
export function ledByPlanner(
	list: CallList,
	dossier: Dossier,
	worths: readonly StartWorth[],
	mayAsk: (company: Company) => boolean
): CallList {
	const sectors = new Set(list.coverage.capacities.map(({ sector }) => sector));
	const led: Call[] = [];
	for (const worth of worths) {
		const company = dossier.companies.find(({ id }) => id === worth.companyId);
		const asked = company && stillWorth(company, dossier, worth);
		if (!asked || led.some((call) => call.company === company)) continue;
		const host = company.state !== 'confirmed';
		if (host && !(isAskable(company) && mayAsk(company))) continue;
		const sector = countedSector(company, dossier.rally.settings.nomenclature);
		led.push({
			company,
			kind: host ? 'host' : 'more',
			...asked,
			offered: false,
			starts: 1,
			places: list.coverage.need.teamSize,
			newSector: list.coverage.missingSectors > 0 && !sectors.has(sector),
			worth
		});
	}
	const counted = (calls: Call[]) =>
		calls.filter(({ company }) => led.every((call) => call.company !== company));
	return { ...list, calls: [...led, ...counted(list.calls)], more: counted(list.more) };
}

/** When to ask for it; null for a start that is offered by now, or on a day without visits. */
function stillWorth(
	company: Company,
	{ rally }: Dossier,
	{ date, start }: StartWorth
): { halfDay: TypedHalfDay; slot: { date: IsoDate; from: Minutes; to: Minutes } } | null {
	const day = rally.programme.find((of) => of.date === date);
	const key = day && halfDay(date, start < noonOf(day) ? 'morning' : 'afternoon');
	const half = halfDaysOf(rally.programme).find((of) => of.key === key);
	const to = start + (company.visitMinutes ?? rally.settings.visitMinutes);
	const offered = company.slots.some((slot) => slot.date === date && slot.from <= start && slot.to >= to);
	return half?.kind === 'visits' && !offered ? { halfDay: half, slot: { date, from: start, to } } : null;
}
