import { daysBetween } from '../calendar';
import { charter, isAdvice, type Assessment, type RuleId } from '../charter';
import { charterNumbers, within } from '../charter/numbers';
import { datesOf, ordered } from '../charter/programme';
import { findingInWords, namesOf } from '../charter/words';
import { isInstitution } from '../charter/closing';
import { dateRange, fullDate, plural } from '../french';
import { isOver, type GridGround } from './ground';
import { notYet, propose, type Basis, type Proposal } from './proposal';

/** What the charter's own rule found, so that the grid and the charter's page never count apart. */
export function assessment({ dossier }: GridGround, rule: RuleId): Assessment {
	return charter.find(({ id }) => id === rule)!.assess(dossier, charterNumbers(dossier.rally));
}

/** What the rule found, in words; advice is no departure. */
export const findingsOf = (ground: GridGround, rule: RuleId): string[] =>
	assessment(ground, rule)
		.findings.filter((one) => !isAdvice(one))
		.map((one) => findingInWords(one, namesOf(ground.dossier)));

export const basisOf = (ground: GridGround): Basis => (isOver(ground) ? 'done' : 'planned');

const noProgramme = notYet(['Le programme n’est pas encore écrit.'], ['programme']);

export function proposeDays(ground: GridGround): Proposal {
	const { rally } = ground.dossier;
	const dates = datesOf(rally, ['welcome', 'visits', 'restitution']);
	if (dates.length === 0) return noProgramme;
	const asked = charterNumbers(rally).days;
	const says = [
		`${plural(dates.length, 'journée')}, ${dateRange(dates[0]!, dates.at(-1)!)}.`,
		...findingsOf(ground, 'R01')
	];
	const answer = (level: '1' | '2' | '3' | '4') => propose(level, basisOf(ground), says, ['programme']);
	if (!within(dates.length, asked)) return answer('1');
	if (daysBetween(dates[0]!, dates.at(-1)!) === dates.length - 1) return answer('4');
	const deferred = assessment(ground, 'R01').findings.some(({ kind }) => kind === 'restitution-later');
	return answer(deferred ? '3' : '2');
}

export function proposeVisitTime(ground: GridGround): Proposal {
	const { rally } = ground.dossier;
	if (rally.programme.length === 0) return noProgramme;
	const asked = charterNumbers(rally).visitHalfDays;
	const halves = ordered(rally, 'visits').length;
	const outside = assessment(ground, 'R02').findings.some(({ kind }) => kind === 'visit-outside-visits');
	const level =
		halves === 0
			? '0'
			: within(halves, asked)
				? outside
					? '3'
					: '4'
				: halves === asked.min - 1 || halves === asked.max + 1
					? '2'
					: '1';
	const says = [`${plural(halves, 'demi-journée')} de visites au programme.`, ...findingsOf(ground, 'R02')];
	return propose(level, basisOf(ground), says, ['programme', 'planning']);
}

export function proposeRestitution(ground: GridGround): Proposal {
	const { rally } = ground.dossier;
	if (rally.programme.length === 0) return noProgramme;
	const asked = charterNumbers(rally).restitutionHalfDays;
	const halves = ordered(rally, 'restitution').length;
	const inClosing = rally.closing !== null || ordered(rally, 'closing').length > 0;
	const early = assessment(ground, 'R03').findings.some(({ kind }) => kind === 'restitution-before-visits');
	const level = halves === 0 ? (inClosing ? '1' : '0') : early ? '2' : halves > asked.max ? '3' : '4';
	const says = [
		halves > 0
			? `${plural(halves, 'demi-journée')} de restitution au programme.`
			: `Aucune demi-journée de restitution au programme${inClosing ? ', seulement une clôture' : ''}.`,
		...findingsOf(ground, 'R03').filter(() => halves > 0)
	];
	return propose(level, basisOf(ground), says, ['programme']);
}

/** Who came is not known before the closing's guests are: the invitations then stand for them, and level 4 waits. */
export function proposeClosing(ground: GridGround): Proposal {
	const { rally, partners } = ground.dossier;
	if (rally.programme.length === 0) return noProgramme;
	const places = ['programme', 'partners'] as const;
	const half = ordered(rally, 'closing').at(-1);
	const date = rally.closing?.date ?? half?.date;
	if (!date)
		return isOver(ground)
			? propose('0', 'done', ['Aucun temps de clôture au programme.'], [...places])
			: notYet(['Aucun temps de clôture n’est encore prévu.'], [...places]);
	const says = [`Clôture le ${fullDate(date)}.`];
	if (assessment(ground, 'R04').findings.some(({ kind }) => kind === 'closing-before-restitution'))
		return propose('1', basisOf(ground), [...says, ...findingsOf(ground, 'R04')], [...places]);
	const came = ground.afterwards.closing?.came ?? null;
	if (came !== null && came > 0) {
		says.push(`${plural(came, 'institution ou financeur venu', 'institutions ou financeurs venus')}.`);
		return propose('4', 'done', says, [...places]);
	}
	const invited = partners.filter(
		({ category, roles, invitedToClosing }) =>
			invitedToClosing && (isInstitution(category) || roles.includes('funder'))
	).length;
	says.push(`${plural(invited, 'institution ou financeur invité', 'institutions ou financeurs invités')}.`);
	if (came === null) says.push('Qui est venu n’est pas encore noté : le niveau 4 en dépend.');
	return propose(invited > 0 ? '3' : '2', basisOf(ground), says, [...places]);
}
