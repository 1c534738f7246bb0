import { sum, type Rule } from './rule';

/** Nobody spends much more time in the car than a day usually takes. */
export const fairTravel: Rule = {
	name: 'fair-travel',
	level: 'comfort',
	cost: ({ model, days }) => {
		const { unfairTravel, unfairTravelFrom } = model.problem.comfort;
		const borne = unfairTravelFrom * model.days.length;
		return sum(days.map((team) => unfairTravel * Math.max(0, sum(team.map(({ travel }) => travel)) - borne)));
	}
};
