import { visitingHours, type Minutes } from './calendar';
import { clock, listed, NNBSP } from './french';
import type { Rally } from './rally';

/** Hours of the day when the road takes longer: going to work, coming back from school. */
export interface RushHour {
	from: Minutes;
	to: Minutes;
	/** How much longer than at other hours, per cent. */
	percent: number;
}

export const MOST_RUSH_HOURS = 3;

type Driven = Pick<Rally, 'programme'> & { settings: Pick<Rally['settings'], 'rushHours'> };

/** Those that fall while teams may be on the road, on a day with visits. */
const met = ({ programme, settings }: Driven): RushHour[] => {
	const driven = programme.flatMap((day) => visitingHours(day) ?? []);
	return settings.rushHours.filter(({ from, to }) =>
		driven.some(({ start, end }) => start < to && from < end)
	);
};

/**
 * How much longer every road is reckoned, per cent. A way has one time whatever the hour, since what proves a plan
 * reads one matrix: the heaviest hour that teams may meet counts all day, so that nobody is late for having met it.
 */
export const rushPercent = (rally: Driven): number =>
	Math.max(0, ...met(rally).map(({ percent }) => percent));

const hours = ({ from, to }: RushHour) => `de ${clock(from)} à ${clock(to)}`;

/** What the hours set do to the times, for whoever reads them; null when none is set. */
export function rushWords(rally: Driven): string | null {
	const { rushHours } = rally.settings;
	if (rushHours.length === 0) return null;
	const percent = rushPercent(rally);
	if (percent === 0)
		return `Aucune équipe ne roule aux heures chargées (${listed(rushHours.map(hours))}) : elles n’ajoutent rien.`;
	const heaviest = met(rally).find((one) => one.percent === percent)!;
	return (
		`Heures chargées ${hours(heaviest)} : +${percent}${NNBSP}%. Un trajet n’a qu’un temps, quelle que soit l’heure : ` +
		`tous sont donc comptés ${percent}${NNBSP}% plus longs, à l’aller comme au retour, pour que personne ne soit en retard. ` +
		'Ceux que vous saisissez restent tels quels.'
	);
}
