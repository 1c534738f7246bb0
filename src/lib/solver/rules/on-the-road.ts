import { sum, type Rule } from './rule';

/** Minutes on the road, minutes waiting, and days longer than a working day. */
export const onTheRoad: Rule = {
	name: 'on-the-road',
	level: 'comfort',
	cost: ({ model, days }) => {
		const { travel, wait, longDay, longDayFrom } = model.problem.comfort;
		return sum(
			days
				.flat()
				.map((day) => travel * day.travel + wait * day.wait + longDay * Math.max(0, day.span - longDayFrom))
		);
	}
};
