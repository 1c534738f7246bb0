import { expect, test } from 'vitest';
import { planProofs, type PlanProof } from '$lib/domain/plan';
import { proofSentence } from '$lib/domain/plan-proof';
import { outcomeLabels, outcomeOf, outcomeSentence } from '$lib/domain/scenario/outcome';

const proofs = Object.keys(planProofs) as PlanProof[];

test('only a proof makes something impossible; whatever holds is no longer in question', () => {
	for (const proof of proofs) {
		const missing = outcomeOf({ proof, holds: false, byHand: false });
		expect(missing).toBe(proof === 'infeasible' ? 'proved-impossible' : 'not-found-in-time');
		expect(outcomeOf({ proof, holds: true, byHand: false })).toBe('holds');
		expect(outcomeOf({ proof, holds: false, byHand: true })).toBe('by-hand');
	}
});

test('« prouvé impossible » and « pas trouvé à temps » share no word that would confuse them', () => {
	const proved = `${outcomeLabels['proved-impossible']} ${outcomeSentence('proved-impossible')}`;
	const notFound = `${outcomeLabels['not-found-in-time']} ${outcomeSentence('not-found-in-time')}`;
	expect(proved).toMatch(/prouvé/);
	expect(proved).not.toMatch(/trouvé|dans le temps|à temps/);
	expect(notFound).toMatch(/temps/);
	expect(notFound).not.toMatch(/prouvé|preuve|impossible/);
});

test('the planning page says a proof only of what is proven', () => {
	const level = (name: 'charter' | 'promises' | 'comfort', value: number, bound: number) => ({ name, value, bound }); // prettier-ignore
	const short = { levels: [level('charter', 2, 1), level('promises', 0, 0), level('comfort', 90, 0)], violations: [], byHand: false }; // prettier-ignore
	for (const proof of proofs) {
		const said = proofSentence({ ...short, proof });
		if (proof === 'infeasible') expect(said).toMatch(/^Il est prouvé/);
		else expect(said).toMatch(/dans le temps donné.*pas une preuve/);
	}
	expect(proofSentence({ ...short, proof: 'infeasible', byHand: true })).not.toMatch(/prouv/);
});
