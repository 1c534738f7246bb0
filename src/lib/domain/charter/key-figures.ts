import type { Dossier } from '../dossier';
import type { PlannedTeam } from '../plan';
import { candidates, enrolled } from './enrolled';
import type { Figure, Finding, Missing } from './facts';
import { within } from './numbers';
import { halfDaysOnRoad, isPublished, membersOf, plannedTeams, spread } from './road';
import { assessed, notAssessable, type CharterRule } from './rule';
import { possibleTeams } from './team-count';

export const participantCount: CharterRule = {
	id: 'R05',
	title: 'Nombre de participants',
	// Ansa 2019, l. 104, word for word; grid l. 347.
	says: 'Un rallye doit avoir en tout entre 15 à 30 participants.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, { participants: asked }) {
		const actual = enrolled(dossier).length;
		const waiting = candidates(dossier).length;
		const figures: Figure[] = [
			{ of: 'enrolled', actual, asked },
			{ of: 'candidates', actual: waiting, asked: null }
		];
		const short = asked.min - actual;
		const missing: Missing[] = short > 0 ? [{ kind: 'participants', count: short, candidates: waiting }] : [];
		if (actual + waiting === 0 && !isPublished(dossier)) return notAssessable({ figures, missing });
		const outside = actual > asked.max || (short > 0 && isPublished(dossier));
		return assessed({
			figures,
			missing,
			findings: outside ? [{ kind: 'participants', actual, ...asked }] : []
		});
	}
};

export const teamSize: CharterRule = {
	id: 'R06',
	title: 'Taille des équipes',
	// Ansa 2019, l. 104; grid l. 348.
	says: 'Les participants formeront ensuite des équipes de 3 à 8 personnes, pour faciliter les échanges et permettre la richesse de ces derniers.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, numbers) {
		const asked = numbers.teamSize;
		const teams = plannedTeams(dossier);
		if (!teams) {
			const possible = possibleTeams(enrolled(dossier).length, numbers);
			return notAssessable({
				figures: possible ? [{ of: 'possible-teams', actual: possible, asked: null }] : [],
				missing: [{ kind: 'plan' }]
			});
		}
		const sizes = teams.map((team) => ({ team, size: membersOf(team, dossier).length }));
		const teamless = enrolled(dossier).filter(
			({ id }) => !teams.some(({ memberIds }) => memberIds.includes(id))
		);
		return assessed(
			{
				figures: [
					{ of: 'teams', actual: teams.length, asked: null },
					{ of: 'team-size', actual: spread(sizes.map(({ size }) => size)), asked }
				],
				findings: [
					...sizes.flatMap(({ team, size }): Finding[] =>
						within(size, asked)
							? thinHalfDays(team, dossier, asked.min)
							: [{ kind: 'team-size', team: team.letter, actual: size, ...asked }]
					),
					...misplaced(teams, dossier)
				],
				missing:
					teamless.length > 0 ? [{ kind: 'team-for', participantIds: teamless.map(({ id }) => id) }] : []
			},
			isPublished(dossier)
		);
	}
};

/** A declared absence can leave a well-formed team too small for half a day: worth knowing, formed right all the same. */
const thinHalfDays = (team: PlannedTeam, dossier: Dossier, min: number): Finding[] =>
	halfDaysOnRoad(team, dossier).flatMap((half): Finding[] => {
		const actual = membersOf(team, dossier).filter(({ absences }) => !absences.includes(half)).length;
		return actual < min ? [{ kind: 'team-thin', team: team.letter, halfDay: half, actual, min }] : [];
	});

/** People in several teams, and people planned who are no longer enrolled. */
function misplaced(teams: readonly PlannedTeam[], dossier: Dossier): Finding[] {
	const present = new Set(enrolled(dossier).map(({ id }) => id));
	const lettersOf = new Map<string, Set<string>>();
	for (const { letter, memberIds } of teams) {
		for (const id of memberIds) lettersOf.set(id, (lettersOf.get(id) ?? new Set()).add(letter));
	}
	return [...lettersOf].flatMap(([participantId, letters]): Finding[] => {
		const named = [...letters].sort();
		if (!present.has(participantId))
			return named.map((team) => ({ kind: 'no-longer-enrolled', participantId, team }));
		return named.length > 1 ? [{ kind: 'in-several-teams', participantId, teams: named }] : [];
	});
}
