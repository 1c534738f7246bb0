import { daysBetween, visitingHours, type IsoDate } from '../calendar';
import type { Dossier } from '../dossier';
import type { Rally } from '../rally';
import type { Figure, Finding, Missing } from './facts';
import { within, type CharterNumbers, type Range } from './numbers';
import { after, datesOf, ordered } from './programme';
import { assessed, notAssessable, type Assessment, type CharterRule } from './rule';

export const duration: CharterRule = {
	id: 'R01',
	title: 'Durée du rallye',
	// Ansa 2019, l. 104; again l. 201 and in the grid, l. 340.
	says: 'Il doit être organisé sur deux ou trois jours consécutifs.',
	source: 'charter',
	severity: 'blocking',
	assess({ rally }, { days: asked }) {
		const days = datesOf(rally, ['welcome', 'visits', 'restitution']);
		if (days.length === 0) return notAssessable({ missing: [{ kind: 'programme' }] });
		const figures = [{ of: 'days' as const, actual: days.length, asked }];
		const findings: Finding[] = [];
		if (days.length > asked.max) findings.push({ kind: 'days', actual: days.length, ...asked });
		if (!consecutive(days)) {
			// A2: other structures saw an interest in a restitution « quelques jours après les visites » (l. 206).
			const core = datesOf(rally, ['welcome', 'visits']);
			const later = days.filter((date) => !core.includes(date));
			const deferred = core.length > 0 && consecutive(core) && later.every((date) => date > core.at(-1)!);
			if (deferred)
				findings.push({
					kind: 'restitution-later',
					date: later[0]!,
					days: daysBetween(core.at(-1)!, later[0]!)
				});
			else findings.push({ kind: 'days-apart', dates: days });
		}
		const count = asked.min - days.length;
		return assessed({ figures, findings, missing: count > 0 ? [{ kind: 'days', count }] : [] });
	}
};

export const visitTime: CharterRule = {
	id: 'R02',
	title: 'Temps de visites',
	// Ansa 2019, l. 104; again l. 202 and in the grid, l. 341.
	says: 'Entre un jour et demi et deux jours doivent être consacrés aux visites d’entreprises.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, numbers) {
		const judged = timeFor('visits', dossier.rally, numbers.visitHalfDays, numbers);
		const outside = visitsOutside(dossier);
		return outside.length === 0
			? judged
			: { ...judged, state: 'broken', findings: [...judged.findings, ...outside] };
	}
};

export const restitution: CharterRule = {
	id: 'R03',
	title: 'Retours d’expériences',
	// Ansa 2019, l. 104, where it reads « d'une demi-journée à d'une journée »; grid l. 342.
	says: 'Un temps d’une demi-journée à une journée doit être réservé à des retours d’expériences.',
	source: 'charter',
	severity: 'blocking',
	assess({ rally }, numbers) {
		const judged = timeFor('restitution', rally, numbers.restitutionHalfDays, numbers);
		const first = ordered(rally, 'restitution')[0];
		const last = ordered(rally, 'restitution').at(-1);
		const lastVisit = ordered(rally, 'visits').at(-1);
		if (!first || !last || !lastVisit) return judged;
		const findings = [...judged.findings];
		// « Ne pas faire le temps de restitution le jour qui suit les visites » (l. 162): an advice, no rule.
		if (daysBetween(lastVisit.date, first.date) === 1)
			findings.push({ kind: 'restitution-next-day', date: first.date });
		if (after(lastVisit, last)) findings.push({ kind: 'restitution-before-visits', date: last.date });
		return { ...judged, findings };
	}
};

/** Half-days of one kind against what is asked; free half-days and days not yet used can still become some. */
function timeFor(
	of: 'visits' | 'restitution',
	rally: Rally,
	asked: Range,
	{ days }: CharterNumbers
): Assessment {
	if (rally.programme.length === 0) return notAssessable({ missing: [{ kind: 'programme' }] });
	const actual = ordered(rally, of).length;
	const figures: Figure[] = [
		{ of: of === 'visits' ? 'visit-half-days' : 'restitution-half-days', actual, asked }
	];
	if (within(actual, asked)) return assessed({ figures });
	const count = asked.min - actual;
	const missing: Missing[] = count > 0 ? [{ kind: 'half-days', of, count }] : [];
	const unusedDays = Math.max(0, days.max - new Set(rally.programme.map(({ date }) => date)).size);
	const room = ordered(rally, 'free').length + 2 * unusedDays;
	if (count > 0 && count <= room) return assessed({ figures, missing });
	return assessed({ figures, findings: [{ kind: 'half-days', of, actual, ...asked }], missing });
}

function visitsOutside({ rally, plan }: Dossier): Finding[] {
	return (plan?.teams ?? []).flatMap(({ letter, visits }) =>
		visits.flatMap(({ companyId, date, start, end }): Finding[] => {
			const inside = rally.programme.some((day) => {
				const hours = day.date === date ? visitingHours(day) : null;
				return hours !== null && hours.start <= start && end <= hours.end;
			});
			return inside ? [] : [{ kind: 'visit-outside-visits', team: letter, companyId, date, start }];
		})
	);
}

const consecutive = (dates: readonly IsoDate[]): boolean =>
	daysBetween(dates[0]!, dates.at(-1)!) === dates.length - 1;
