import type { Accompanist } from '$lib/domain/accompanist';
import type { Minutes } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import { clock, longDate } from '$lib/domain/french';
import { teamDay } from '$lib/domain/itinerary';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import { letterhead, type CheckOf, type Letterhead, type Logo } from '../paper/letterhead';

export interface WallPlanInput {
	rally: Rally;
	plan: Plan;
	companies: readonly Company[];
	accompanists: readonly Accompanist[];
	logo?: Logo;
	check?: CheckOf;
}

export interface WallPlan {
	letterhead: Letterhead;
	title: string;
	days: WallDay[];
}

export interface WallDay {
	title: string;
	/** Whole hours the grid runs between, minutes. */
	from: Minutes;
	to: Minutes;
	rows: WallRow[];
}

export interface WallRow {
	letter: string;
	teamName: string;
	/** First name of who accompanies, or nothing. */
	accompanist: string;
	/** « Départ 8 h 43, retour 16 h 58 », or « Pas de visite ». */
	hours: string;
	bars: WallBar[];
}

export interface WallBar {
	kind: 'visit' | 'lunch' | 'drive';
	from: Minutes;
	to: Minutes;
	/** « 9 h 05 » */
	at: string;
	/** The company; nothing for the rest. */
	says: string;
	/** The commune where it is; empty when it is not known, and for the rest. */
	place: string;
}

/** The table of the rally: one day a sheet, the teams in the order of their letters. */
export function wallPlan({ rally, plan, companies, accompanists, logo, check }: WallPlanInput): WallPlan {
	const teams = [...plan.teams].sort((a, b) => teamIndex(a.letter) - teamIndex(b.letter));
	const rows = (date: string, found: (team: PlannedTeam) => ReturnType<typeof teamDay>): WallDay | null => {
		const days = teams.map((team) => ({ team, day: found(team) }));
		const busy = days.flatMap(({ day }) => (day ? [day] : []));
		if (busy.length === 0) return null;
		return {
			title: longDate(date),
			from: Math.floor(Math.min(...busy.map(({ departure }) => departure)) / 60) * 60,
			to: Math.ceil(Math.max(...busy.map(({ back }) => back)) / 60) * 60,
			rows: days.map(({ team, day }) => ({
				letter: team.letter,
				teamName: `Équipe ${team.letter}`,
				accompanist: accompanists.find(({ id }) => id === team.accompanistId)?.firstName ?? '',
				hours: day ? `${clock(day.departure)} → ${clock(day.back)}` : 'Pas de visite',
				bars: (day?.steps ?? []).flatMap((step): WallBar[] => {
					if (step.kind === 'wait') return [];
					if (step.kind === 'break')
						return [
							{
								kind: 'lunch',
								from: step.from,
								to: step.to,
								at: clock(step.from),
								says: step.label,
								place: ''
							}
						];
					const says =
						step.kind === 'visit' ? nameOf(step.visit.companyId) : step.kind === 'lunch' ? 'Repas' : '';
					const place = step.kind === 'visit' ? communeOf(step.visit.companyId) : '';
					return [{ kind: step.kind, from: step.from, to: step.to, at: clock(step.from), says, place }];
				})
			}))
		};
	};
	const nameOf = (id: string) =>
		companies.find((company) => company.id === id)?.name ?? 'Entreprise inconnue';
	const communeOf = (id: string) => companies.find((company) => company.id === id)?.commune.trim() ?? '';
	return {
		letterhead: letterhead(rally, plan, logo, check?.()),
		title: 'Tableau du rallye',
		days: rally.programme.flatMap((day) => rows(day.date, (team) => teamDay(plan, team, day)) ?? [])
	};
}
