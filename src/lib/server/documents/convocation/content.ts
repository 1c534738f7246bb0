import { halfDayKinds, halfDaysOf } from '$lib/domain/calendar';
import { capitalised, clock, dateRange, dayAndMonth, listed, plural, typeset } from '$lib/domain/french';
import { shownName, type Participant } from '$lib/domain/participant';
import type { PlannedTeam } from '$lib/domain/plan';
import { peopleOf, signedName, type BatchOrder, type Ground } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';
import { broughtBlock, meetingBlocks } from '../participant-sheet/content';

export interface ConvocationsInput extends Ground {
	/** Who invites. */
	organization: string;
}

/** The letter that asks somebody to come: for those without mail, and to be handed over. */
export interface Convocation {
	letterhead: Letterhead;
	to: string;
	/** Who invites, and when. */
	subject: string;
	greeting: string;
	paragraphs: string[];
	facts: { label: string; says: string[] }[];
	signature: string[];
}

export const convocations = (input: ConvocationsInput, order: BatchOrder = 'name'): Convocation[] =>
	peopleOf(input, order).map(({ person, team }) => convocation(input, person, team));

function convocation(input: ConvocationsInput, person: Participant, team: PlannedTeam | null): Convocation {
	const { rally, plan, organization } = input;
	const dates = rally.programme.map(({ date }) => date);
	const range = dates.length > 0 ? dateRange(dates[0]!, dates.at(-1)!) : 'à des dates qui restent à fixer';
	const visits = team?.visits.length ?? 0;
	return {
		letterhead: letterhead(rally, plan, input.logo, team && input.check?.(team.letter)),
		to: signedName(person),
		subject: 'Vous êtes attendu·e au Rallye pour l’emploi',
		greeting: `Bonjour ${shownName(person)},`,
		paragraphs: [
			`Vous participez au Rallye pour l’emploi ${range}. En petite équipe, en voiture, vous visitez ${
				visits > 0 ? plural(visits, 'entreprise') : 'des entreprises'
			} et rencontrez celles et ceux qui y travaillent.`,
			iceBreaker(input)
		].filter(Boolean),
		facts: [
			...meetingBlocks(input, person),
			{ title: 'Programme', says: programmeOf(input, person) },
			broughtBlock(input, team)
		].map(({ title, says }) => ({ label: title, says })),
		signature: [
			typeset(
				`Un empêchement, une question ? Prévenez ${[rally.contactName || 'l’organisation', rally.contactPhone].filter(Boolean).join(', ')}.`
			),
			organization
		].filter(Boolean)
	};
}

/** « Prévoir un temps brise-glace le premier jour » (Ansa 2019, l. 165). */
function iceBreaker({ rally }: Ground): string {
	const first = rally.programme[0];
	if (!first) return '';
	return typeset(
		`Le premier jour commence par un temps pour faire connaissance, dès ${clock(first.start)} : venez à l’heure, les voitures partent ensuite.`
	);
}

/** « Mardi 8 juin : matin, visites ; après-midi, restitution »; what the person misses is not said. */
function programmeOf({ rally }: Ground, { absences }: Participant): string[] {
	return rally.programme.flatMap(({ date }) => {
		const halves = halfDaysOf(rally.programme).filter(
			(half) => half.date === date && half.kind !== 'free' && !absences.includes(half.key)
		);
		if (halves.length === 0) return [];
		const says = halves.map(
			({ part, kind }) =>
				`${halfDayKinds[kind].toLowerCase()} ${part === 'morning' ? 'le matin' : 'l’après-midi'}`
		);
		return [`${capitalised(dayAndMonth(date))}\u00a0: ${listed(says)}.`];
	});
}
