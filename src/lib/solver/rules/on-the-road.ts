import { sum, type Rule } from './rule';

/** Minutes on the road, minutes waiting, days longer than a working day, and gaps too tight when these count. */
export const onTheRoad: Rule = {
	name: 'on-the-road',
	level: 'comfort',
	cost: ({ model, days }) => {
		const { travel, wait, longDay, longDayFrom, tight } = model.problem.comfort;
		return sum(
			days
				.flat()
				.map(
					(day) =>
						travel * day.travel +
						wait * day.wait +
						longDay * Math.max(0, day.span - longDayFrom) +
						tight * day.tight
				)
		);
	}
};
