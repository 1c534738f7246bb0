import { charterNumbers } from '$lib/domain/charter';
import type { Dossier } from '$lib/domain/dossier';
import { forecast } from '$lib/domain/forecast/forecast';
import { knownNumbers } from '$lib/domain/forecast/known';
import { lackInWords } from '$lib/domain/forecast/words';
import { withPapersHeld } from '$lib/domain/paperwork';
import type { PlanTravel } from '$lib/domain/plan';
import { teamLetter } from '$lib/domain/team';
import { shortageSentence } from '$lib/solver/explain';
import { foresee } from '$lib/solver/explain/shortages';
import { problemOn } from '$lib/solver/hand/ground';
import { capitalised, namesIn } from './names-in-words';
import { groundOf } from './problem-of-rally';

/**
 * What is counted before anything is computed, in sentences: conditions without which no plan holds charter and
 * promises, whoever rides with whom. All met, they promise nothing.
 */
export function countedConditions(dossier: Dossier, travel: PlanTravel): string[] {
	const charter = charterNumbers(dossier.rally);
	const whole = withPapersHeld(dossier);
	const { pace, ...numbers } = knownNumbers(whole);
	const { options, chosen } = forecast(numbers, 'two', charter, pace);
	const aboard = (kind: string) => ['cars', 'seats', 'accompanists'].includes(kind);
	// With another number of teams the seats may do: said only when no number of teams has them.
	const lacks = options.every((option) => option.lacks.some(({ kind }) => aboard(kind)))
		? (chosen?.lacks.filter(({ kind }) => aboard(kind)) ?? [])
		: [];
	// As few teams as may be, each as small as may be: what they lack, any others lack.
	const people = dossier.participants.filter(({ state }) => state === 'confirmed').length;
	const fewest = Math.ceil(people / charter.teamSize.max);
	const crews = Array.from({ length: fewest }, (_, i) => ({
		letter: teamLetter(i),
		memberIds: Array.from({ length: charter.teamSize.min }, (__, n) => `${i}-${n}`),
		vehicleId: null,
		accompanistId: null,
		driverId: null
	}));
	const shortages = foresee(problemOn(groundOf(whole, travel), crews)).filter(
		({ kind }) => kind !== 'companies-of-team' && kind !== 'sectors-of-team'
	);
	return [
		...lacks.map((lack) => lackInWords(lack, numbers, charter)),
		...shortages
			.filter(({ kind }) => kind !== 'promised')
			.map((shortage) => capitalised(shortageSentence(shortage, namesIn(whole))))
	];
}
