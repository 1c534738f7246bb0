import { sentence, teamSentence, type Names, type TeamNames } from '../explain';
import { violationSentence } from '../explain/sentences-violations';
import type { Finding } from '../plan';
import type { TeamFinding } from '../teams/problem';
import type { Violation } from '../verify';
import type { Crewed } from './ground';
import type { HandPlan, HandVisit, Judgement } from './judge';

/** Something wrong with a plan made by hand, in words, and where it is seen. */
export interface Trouble {
	/** The same trouble keeps its key while it lasts. */
	key: string;
	/** `broken`: nobody can do that; `short`: something is missing; `wish`: somebody would rather not. */
	weight: 'broken' | 'short' | 'wish';
	says: string;
	/** Ids of the visits it is seen on; letters of the teams, ids of the companies. */
	visits: string[];
	teams: string[];
	companies: string[];
}

export function troublesOf(
	{ violations, teams, findings, problem }: Judgement,
	{ crews, visits }: HandPlan,
	names: Names & Omit<TeamNames, 'team'>
): Trouble[] {
	return [
		...violations.map((violation) => ({
			key: JSON.stringify(violation),
			weight: 'broken' as const,
			says: capital(violationSentence(violation, names)),
			...placeOf(violation, visits)
		})),
		...teams.map((finding) => ofTeams(finding, crews, names)),
		...findings.map((finding) => ({
			key: JSON.stringify(finding),
			weight: 'short' as const,
			says: capital(sentence(finding, names)),
			visits: [],
			...aboutFinding(finding, problem)
		}))
	];
}

const wishes: readonly TeamFinding['kind'][] = ['apart-broken', 'together-broken', 'alone-of-gender'];

function ofTeams(
	finding: TeamFinding,
	crews: readonly Crewed[],
	names: Names & Omit<TeamNames, 'team'>
): Trouble {
	const letter = (index: number) => crews[index]!.letter;
	return {
		key: JSON.stringify(finding),
		weight: wishes.includes(finding.kind) ? 'wish' : finding.kind === 'team-size' ? 'short' : 'broken',
		says: capital(teamSentence(finding, { ...names, team: (index) => names.team(letter(index)) })),
		visits: [],
		teams:
			'team' in finding
				? [letter(finding.team)]
				: crews
						.filter(({ memberIds }) => finding.people.some((id) => memberIds.includes(id)))
						.map((crew) => crew.letter),
		companies: []
	};
}

/** Where the checker's refusal is seen: the visits it speaks of. */
function placeOf(
	violation: Violation,
	visits: readonly HandVisit[]
): Pick<Trouble, 'visits' | 'teams' | 'companies'> {
	const of = (test: (visit: HandVisit) => boolean) => visits.filter(test).map(({ id }) => id);
	switch (violation.kind) {
		case 'unknown': {
			const { what, id } = violation;
			const seen = of(({ team, company, day }) => id === (what === 'team' ? team : what === 'company' ? company : String(day))); // prettier-ignore
			return { visits: seen, teams: [], companies: [] };
		}
		case 'hours':
		case 'not-received':
		case 'twice':
		case 'past-changed': {
			const { team, company } = violation;
			return {
				visits: of((visit) => visit.team === team && visit.company === company),
				teams: [team],
				companies: [company]
			};
		}
		case 'rest-on-visit': {
			const { team, day, company } = violation;
			const seen = of((visit) => visit.team === team && visit.day === day && visit.company === company);
			return { visits: seen, teams: [team], companies: [company] };
		}
		case 'too-short': {
			const { team, day, from, to } = violation;
			const seen = of(
				(visit) => visit.team === team && visit.day === day && [from, to].includes(visit.company)
			);
			return { visits: seen, teams: [team], companies: [from, to] };
		}
		case 'too-many-visits':
		case 'away':
		case 'too-early':
		case 'back-too-late':
		case 'no-lunch': {
			const { team, day } = violation;
			const today = visits
				.filter((visit) => visit.team === team && visit.day === day)
				.sort((a, b) => a.start - b.start);
			const seen =
				violation.kind === 'too-early'
					? today.slice(0, 1)
					: violation.kind === 'back-too-late'
						? today.slice(-1)
						: today;
			return { visits: seen.map(({ id }) => id), teams: [team], companies: [] };
		}
		case 'too-many-teams':
		case 'crowd': {
			const { company, day, start } = violation;
			const seen = of(
				(visit) => visit.company === company && visit.day === day && visit.start <= start && start < visit.end
			);
			return { visits: seen, teams: [], companies: [company] };
		}
		case 'company-max':
			return {
				visits: of(({ company }) => company === violation.company),
				teams: [],
				companies: [violation.company]
			};
		case 'level':
		case 'bound':
		case 'status':
			return { visits: [], teams: [], companies: [] };
	}
}

function aboutFinding(
	finding: Finding,
	{ teams }: Judgement['problem']
): Pick<Trouble, 'teams' | 'companies'> {
	switch (finding.kind) {
		case 'spread':
			return { teams: teams.map(({ id }) => id), companies: [] };
		case 'company-short':
			return { teams: [], companies: [finding.company] };
		default:
			return { teams: [finding.team], companies: 'company' in finding ? [finding.company] : [] };
	}
}

/** What a move would break, in words. */
export const refusalWords = (refused: readonly Violation[], names: Names): string[] =>
	refused.map((violation) => capital(violationSentence(violation, names)));

/** What a proposal would miss, in words. */
export const findingWords = (findings: readonly Finding[], names: Names): string[] =>
	findings.map((finding) => capital(sentence(finding, names)));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
