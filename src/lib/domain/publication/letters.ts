import { clock, dayAndMonth, longDate, plural, typeset } from '../french';
import type { HostVisit } from '../host-visits';
import type { Rally } from '../rally';
import type { Due } from './notices';
import { hourChanges, teamChangeSentence, type ChangeNames } from './team-changes';
import type { Told } from './told';

export interface NoticeLetter {
	subject: string;
	body: string;
}

export interface LetterFacts {
	rally: Pick<Rally, 'title' | 'contactName' | 'contactPhone'>;
	organization: string;
	/** How the person is greeted; empty when nobody’s name is known. */
	greeted: string;
	/** The company’s own name; the others are not named. */
	name: string;
	company: ChangeNames['company'];
	/** The reader’s own page, when one is open. */
	link: string | null;
}

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>;

/** What somebody is written of a plan: their hours and places, and numbers of people. */
export function noticeLetter({ before, now }: Pick<Due, 'before' | 'now'>, facts: LetterFacts): NoticeLetter {
	const { rally, organization, greeted } = facts;
	const parts =
		now.kind === 'company'
			? hostParts(before as Of<'company'> | null, now, facts)
			: now.kind === 'accompanist'
				? crewParts(before as Of<'accompanist'> | null, now, facts)
				: participantParts(before as Of<'participant'> | null, now, facts);
	return {
		subject: typeset(`${rally.title} : ${parts.subject}`),
		body: [
			`Bonjour${greeted ? ` ${greeted}` : ''},`,
			...parts.says,
			`Un empêchement, une question : ${[rally.contactName, rally.contactPhone].filter(Boolean).join(', ') || organization}.`,
			organization
		]
			.map(typeset)
			.join('\n\n')
	};
}

interface Parts {
	subject: string;
	says: string[];
}

const list = (title: string, lines: readonly string[]): string =>
	[title, ...lines.map((line) => `- ${line}`)].join('\n');

function hostParts(
	before: Of<'company'> | null,
	now: Of<'company'>,
	{ name, link, rally }: LetterFacts
): Parts {
	const page = link ? [`Votre page, toujours à jour : ${link}`] : [];
	if (now.visits.length === 0)
		return {
			subject: 'plus de visite prévue chez vous',
			says: [
				`Le planning a changé : aucune visite de « ${rally.title} » n’est plus prévue chez ${name}. Merci de l’avoir proposé.`,
				...page
			]
		};
	const visits = list('Vous recevez :', now.visits.map(visitLine));
	if (!before || before.visits.length === 0)
		return {
			subject: 'vos visites',
			says: [
				`Le planning de « ${rally.title} » est prêt. Merci d’ouvrir les portes de ${name}.`,
				visits,
				...page
			]
		};
	const [was, is] = [new Set(before.visits.map(startLine)), new Set(now.visits.map(startLine))];
	const changes = [
		...[...was].filter((line) => !is.has(line)).map((line) => `n’a plus lieu : ${line}`),
		...[...is].filter((line) => !was.has(line)).map((line) => `nouveau : ${line}`)
	];
	return {
		subject: 'vos heures de visite changent',
		says: [
			`Le planning de « ${rally.title} » a changé pour ${name}.`,
			...(changes.length > 0 ? [list('Ce qui change :', changes)] : []),
			visits,
			...page
		]
	};
}

const visitLine = ({ date, from, to, teams, people }: HostVisit): string =>
	`${longDate(date)}, de ${clock(from)} à ${clock(to)} : ${plural(teams, 'équipe')}, ${plural(people, 'participant')}, accompagnement en plus`;
const startLine = ({ date, from, to, teams }: HostVisit): string =>
	`${dayAndMonth(date)}, de ${clock(from)} à ${clock(to)}${teams > 1 ? ` (${plural(teams, 'équipe')})` : ''}`;

function crewParts(
	before: Of<'accompanist'> | null,
	now: Of<'accompanist'>,
	{ company, link, rally }: LetterFacts
): Parts {
	if (now.teams.length === 0)
		return {
			subject: 'vous n’accompagnez plus d’équipe',
			says: [
				`Le planning a changé : vous n’accompagnez plus d’équipe pendant « ${rally.title} ». Merci de vous être proposé·e.`
			]
		};
	const names = { company, person: unnamed, vehicle: unnamed, crew: unnamed };
	const teams = now.teams.map((team) => {
		const days = team.days.map(({ date, departure, visits }) =>
			list(
				`${longDate(date)}, départ à ${clock(departure)} :`,
				visits.map(({ companyId, from, to }) => `${clock(from)} à ${clock(to)}, ${company(companyId)}`)
			)
		);
		return [`Équipe ${team.letter}`, ...days].join('\n');
	});
	const changes = before
		? now.teams.flatMap((team) => {
				const was = before.teams.find(({ letter }) => letter === team.letter);
				if (!was) return [`vous êtes maintenant avec l’équipe ${team.letter}.`];
				return hourChanges(was, team).map((change) => teamChangeSentence(change, names));
			})
		: [];
	const lost = (before?.teams ?? [])
		.filter(({ letter }) => !now.teams.some((team) => team.letter === letter))
		.map(({ letter }) => `vous n’êtes plus avec l’équipe ${letter}.`);
	const all = [
		...changes,
		...lost,
		...(before && before.place !== now.place ? ['le point de rendez-vous.'] : [])
	];
	return {
		subject: before ? 'votre itinéraire change' : 'votre itinéraire',
		says: [
			before
				? `Le planning de « ${rally.title} » a changé pour vous.`
				: `Le planning de « ${rally.title} » est prêt. Merci d’accompagner.`,
			...(all.length > 0 ? [list('Ce qui change :', all)] : []),
			...(now.place ? [`Point de rendez-vous : ${now.place}.`] : []),
			...teams,
			...(link ? [`La page de l’équipe, toujours à jour : ${link}`] : [])
		]
	};
}

/** An accompanist’s letter speaks of hours only. */
const unnamed = () => '';

function participantParts(
	before: Of<'participant'> | null,
	now: Of<'participant'>,
	{ rally }: LetterFacts
): Parts {
	if (now.team === null || !now.meeting)
		return {
			subject: 'le planning change pour vous',
			says: [
				`Le planning de « ${rally.title} » a changé : appelez-nous pour savoir où et quand vous êtes attendu·e.`
			]
		};
	const { date, at, place } = now.meeting;
	return {
		subject: before ? 'votre rendez-vous change' : 'votre rendez-vous',
		says: [
			before
				? `Le planning de « ${rally.title} » a changé pour vous.`
				: `Le planning de « ${rally.title} » est prêt.`,
			`Vous êtes dans l’équipe ${now.team}. Nous vous attendons ${longDate(date)} à ${clock(at)}${place ? `, ${place}` : ''}.`
		]
	};
}
