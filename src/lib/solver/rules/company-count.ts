import { sum, type Rule } from './rule';

/** A company that confirmed is not engaged in vain: visits missing under its least. */
export const companyCount: Rule = {
	name: 'company-count',
	level: 'promises',
	cost: ({ model, received }) =>
		sum(model.companies.map(({ visits }, i) => Math.max(0, visits[0] - received[i]!))),
	findings: ({ model, received }) =>
		model.companies.flatMap(({ id, visits, starts }, i) =>
			received[i]! >= visits[0]
				? []
				: [
						{
							kind: 'company-short',
							company: id,
							visits: received[i]!,
							min: visits[0],
							starts: starts.length
						}
					]
		)
};
