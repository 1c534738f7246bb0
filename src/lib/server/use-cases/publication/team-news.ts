import { accompanistName } from '$lib/domain/accompanist';
import type { Dossier } from '$lib/domain/dossier';
import { shownName } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import { paperSentence, paperState, type PaperState } from '$lib/domain/publication/paper';
import { teamChanges, teamChangeSentence, type ChangeNames } from '$lib/domain/publication/team-changes';
import { capitalised } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { publications } from '../../db/repositories/publications';
import { rallies } from '../../db/repositories/rallies';
import { hashOf } from '../itinerary-links/link-token';

type Known = Pick<Dossier, 'companies' | 'participants' | 'vehicles' | 'accompanists'>;

/** What a team is told of a version: what it changes for them, whether they said they saw it, whether a paper holds. */
export interface TeamNews {
	/** Null once the team said « j’ai vu ». */
	toSee: {
		publication: string;
		/** The version they saw last, or the one in force before; null when this one is the first. */
		since: number | null;
		/** Sentences with shown names only. Empty when nothing changes for this team. */
		changes: string[];
	} | null;
	seenAt: Date | null;
	/** Of the paper whose version was asked about; null when none was. */
	paper: (PaperState & { says: string; changes: string[] }) | null;
}

export async function teamNews(
	db: Db,
	rally: Rally,
	plan: Plan,
	letter: string,
	known: Known,
	printed: number | null
): Promise<TeamNews> {
	const history = await publications(db).list(rally.id);
	const current = history[0] ?? null;
	const seen = (await publications(db).seen(rally.id)).filter((one) => one.letter === letter);
	const mine = seen.find(({ publicationId }) => publicationId === current?.id) ?? null;
	const since = async (number: number | null) => {
		const before =
			number === null || number === plan.number ? null : await plans(db).numbered(rally.id, number);
		if (!before) return [];
		return teamChanges(before, plan, letter, rally).map((change) =>
			capitalised(teamChangeSentence(change, namesIn(known)))
		);
	};
	const last = seen[0]?.number ?? history[1]?.number ?? null;
	const paper =
		printed === null
			? null
			: paperState(printed, plan.number, history.map(({ number }) => number)); // prettier-ignore
	return {
		toSee: current && !mine ? { publication: current.id, since: last, changes: await since(last) } : null,
		seenAt: mine?.at ?? null,
		paper: paper && { ...paper, says: paperSentence(paper), changes: await since(printed) }
	};
}

/** Names as the people of a car know each other: never a participant’s last name. */
const namesIn = ({ companies, participants, vehicles, accompanists }: Known): ChangeNames => {
	const found = <T extends { id: string }>(items: readonly T[], name: (one: T) => string, none: string) => {
		const all = new Map(items.map((one) => [one.id, name(one)]));
		return (id: string) => all.get(id) ?? none;
	};
	return {
		company: found(companies, ({ name }) => name, 'une entreprise'),
		person: found(participants, shownName, 'une personne'),
		vehicle: found(vehicles, ({ name }) => name, 'à préciser'),
		crew: found(accompanists, accompanistName, 'à préciser')
	};
};

/** « J’ai vu », from a team’s page. Refused when another version came into force meanwhile: there is more to see. */
export async function acknowledge(
	db: Db,
	token: string,
	publicationId: string
): Promise<Result<void, { code: 'closed' | 'another-version' }>> {
	const link = token.length <= 64 ? await itineraryLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	if (!link || !rally) return err({ code: 'closed' });
	const current = await publications(db).latest(rally.id);
	if (current?.id !== publicationId) return err({ code: 'another-version' });
	const { id: rallyId, organizationId } = rally;
	await publications(db).addSeen({ rallyId, organizationId, publicationId, teamLetter: link.teamLetter });
	return ok(undefined);
}

export interface TeamSight {
	letter: string;
	/** The version the team saw last, and when; null when it never said so. */
	seen: { number: number; at: Date } | null;
	/** Whether that is the publication in force. */
	upToDate: boolean;
}

/** Which version each team of the plan in force said it saw. */
export async function whoSaw(
	db: Db,
	rally: Pick<Rally, 'id'>,
	letters: readonly string[]
): Promise<TeamSight[]> {
	const current = await publications(db).latest(rally.id);
	const seen = await publications(db).seen(rally.id);
	return letters.map((letter) => {
		const last = seen.find((one) => one.letter === letter) ?? null;
		return {
			letter,
			seen: last && { number: last.number, at: last.at },
			upToDate: last !== null && last.publicationId === current?.id
		};
	});
}
