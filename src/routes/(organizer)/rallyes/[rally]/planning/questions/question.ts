/** What somebody asks the planner, read from the address. Days by index; minutes. */
export type Question =
	| { kind: 'visite'; team: string; company: string; day?: number; start?: number }
	| { kind: 'creneaux' }
	| { kind: 'pertes' };

interface About {
	teams: string[];
	companies: { id: string }[];
	days: string[];
}

/** Null when nothing is asked; a fault when what is asked names something that is not there. */
export function readQuestion(params: URLSearchParams, about: About): Question | { fault: string } | null {
	const kind = params.get('sur');
	if (kind === 'creneaux' || kind === 'pertes') return { kind };
	if (kind !== 'visite') return null;
	const team = params.get('equipe') ?? '';
	const company = params.get('entreprise') ?? '';
	if (!about.teams.includes(team)) return { fault: 'Choisissez une équipe.' };
	if (!about.companies.some(({ id }) => id === company)) return { fault: 'Choisissez une entreprise.' };
	const day = about.days.indexOf(params.get('jour') ?? '');
	const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(params.get('heure') ?? '') ?? [];
	return {
		kind,
		team,
		company,
		...(day >= 0 && { day }),
		...(hours && { start: Number(hours) * 60 + Number(minutes) })
	};
}
