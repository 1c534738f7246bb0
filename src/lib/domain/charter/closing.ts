import { daysBetween, type IsoDate, type Minutes } from '../calendar';
import type { Dossier } from '../dossier';
import type { Partner } from '../partner';
import type { Rally } from '../rally';
import type { Finding, Missing } from './facts';
import { datesOf, ordered, startOf } from './programme';
import { assessed, notAssessable, type CharterRule } from './rule';

export const closing: CharterRule = {
	id: 'R04',
	title: 'Temps de clôture',
	// Ansa 2019, l. 104; grid l. 343.
	says: 'Pour achever l’événement et amorcer des dynamiques et partenariats futurs un évènement de clôture doit être organisé, pendant ou après le temps des retours d’expériences, afin d’associer les parties prenantes et particulièrement les acteurs institutionnels et autres financeurs du Rallye.',
	source: 'charter',
	severity: 'deviation',
	assess(dossier) {
		const { rally } = dossier;
		const event = closingOf(rally);
		if (!event) {
			const missing: Missing[] = [{ kind: 'closing' }];
			return rally.programme.length === 0 ? notAssessable({ missing }) : assessed({ missing });
		}
		const findings: Finding[] = [];
		const opening = ordered(rally, 'restitution')[0];
		if (opening && isBefore(event, { date: opening.date, start: startOf(rally, opening) })) {
			findings.push({ kind: 'closing-before-restitution', date: event.date });
		}
		const lastDay = datesOf(rally, ['welcome', 'visits', 'restitution']).at(-1);
		const delay = lastDay ? daysBetween(lastDay, event.date) : 0;
		// A2: « cette option n'est pas présente dans la charte », yet the format was judged respected (l. 206).
		if (delay > 0) findings.push({ kind: 'closing-later', date: event.date, days: delay });
		const figures = lastDay ? [{ of: 'closing-delay' as const, actual: delay, asked: null }] : [];
		return assessed({ figures, findings, missing: guests(dossier) });
	}
};

interface Moment {
	date: IsoDate;
	start: Minutes;
}

/** The closing as an event with its hour, else the last half-day of the programme given to it. */
function closingOf(rally: Rally): Moment | null {
	if (rally.closing) return rally.closing;
	const half = ordered(rally, 'closing').at(-1);
	return half ? { date: half.date, start: startOf(rally, half) } : null;
}

const isBefore = (a: Moment, b: Moment): boolean =>
	a.date < b.date || (a.date === b.date && a.start < b.start);

function guests({ partners }: Dossier): Missing[] {
	const expected = partners.filter(isInstitutionOrFunder);
	return expected.some(({ invitedToClosing }) => invitedToClosing)
		? []
		: [{ kind: 'closing-guest', known: expected.length }];
}

const isInstitutionOrFunder = ({ category, roles }: Partner): boolean =>
	isInstitution(category) || roles.includes('funder');

/** Town, département, State or chamber; the public employment service is counted apart, as in the grid. */
export const isInstitution = (category: Partner['category']): boolean =>
	category === 'institution' || category === 'state' || category === 'chamber';
