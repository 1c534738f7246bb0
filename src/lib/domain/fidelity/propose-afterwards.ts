import type { BilanState } from '../bilan/bilan';
import { daysBetween } from '../calendar';
import { MASK_FLOOR } from '../figures/mask';
import { plural } from '../french';
import { isOver, type Answers, type GridGround } from './ground';
import { levelOfShare, noProposal, notYet, propose, type Proposal } from './proposal';

const awaited = 'À apprécier par une personne.';

/** Both sides count: the level is the lesser of the two. A handful of answers would tell of somebody. */
export function proposeDiscovery({ afterwards: { discovery } }: GridGround): Proposal {
	if (!discovery) return noProposal([`Demande les questionnaires des deux côtés. ${awaited}`]);
	const { participants, companies } = discovery;
	if (participants.answered < MASK_FLOOR || companies.answered === 0)
		return notYet(['Trop peu de réponses avant et après, d’un côté ou des deux.']);
	const level = [participants, companies].map((one) => levelOfShare(one.favourable, one.answered)).sort()[0]!;
	return propose(level, 'done', [
		`Regard changé en bien : ${ratio(participants, 'participant')}, ${ratio(companies, 'entreprise')}.`
	]);
}

export const proposeRemobilisation = ({ afterwards: { remobilisation } }: GridGround): Proposal =>
	remobilisation && remobilisation.answered < MASK_FLOOR
		? notYet(['Trop peu de réponses avant et après pour le dire.'])
		: shareOf(remobilisation, 'Demande les questionnaires avant et après.', 'Se notent plus haut après');

export const proposeNetwork = ({ afterwards: { contacts } }: GridGround): Proposal =>
	shareOf(contacts, 'Demande les contacts échangés.', 'Ont échangé un contact');

function shareOf(answers: Answers | null, lacking: string, says: string): Proposal {
	if (!answers) return noProposal([`${lacking} ${awaited}`]);
	if (answers.answered === 0) return notYet(['Aucune réponse pour l’instant.']);
	return propose(levelOfShare(answers.favourable, answers.answered), 'done', [
		`${says} : ${ratio(answers, 'participant')}.`
	]);
}

const ratio = ({ favourable, answered, asked }: Answers, who: string): string =>
	answered === asked
		? `${favourable} sur ${plural(asked, who)}`
		: `${favourable} sur ${answered} ayant répondu, de ${plural(asked, who)}`;

/** What leaves the application carries both; what is made elsewhere is not known here. */
export function proposeNameLogo(ground: GridGround): Proposal {
	const { nameRight, logo } = ground.afterwards;
	if (nameRight === 'suspended' || nameRight === 'withdrawn')
		return propose('0', 'done', [
			`Le droit d’usage du nom et du logo est ${nameRight === 'suspended' ? 'suspendu' : 'retiré'}.`
		]);
	if (!ground.dossier.plan?.published)
		return notYet(
			['Aucun planning n’est publié : les documents ne sont pas encore imprimés.'],
			['documents']
		);
	return propose(
		logo ? '3' : '2',
		isOver(ground) ? 'done' : 'planned',
		[
			logo
				? 'Tout ce qu’imprime Équipage porte le nom et le logo.'
				: 'Tout ce qu’imprime Équipage porte le nom, et garde la place du logo.',
			'Les affiches, invitations et pages faites ailleurs ne sont pas connues : le niveau 4 en dépend.'
		],
		['documents']
	);
}

/** A month is given after the last day before nothing counts as nothing; the charter gives no delay, this one is ours. */
const DELAY = 30;
const levelOf: Record<BilanState, '1' | '2' | '3' | '4'> = {
	'to-complete': '1',
	'to-fix': '2',
	sent: '3',
	validated: '4'
};
const stateSays: Record<BilanState, string> = {
	'to-complete': 'Le bilan est commencé, pas encore envoyé.',
	'to-fix': 'Le bilan est envoyé, une correction est demandée.',
	sent: 'Le bilan est envoyé, il attend d’être relu.',
	validated: 'Le bilan est envoyé et validé.'
};

export const proposeFederationReturn = (ground: GridGround): Proposal => proposeReturn(ground, 'federation');

/** A3: for the organiser's first rally only; « sans objet » later is « non évaluable », with its reason. */
export const proposeAnsaReturn = (ground: GridGround): Proposal =>
	ground.dossier.rally.edition > 1
		? notYet([
				`Sans objet : ce retour n’est attendu que pour le premier rallye, celui-ci est le ${ground.dossier.rally.edition}ᵉ.`
			])
		: proposeReturn(ground, 'ansa');

function proposeReturn(ground: GridGround, to: 'federation' | 'ansa'): Proposal {
	const state = ground.afterwards.returns?.[to] ?? null;
	if (state === null) return noProposal([`Rien n’est noté de ce retour. ${awaited}`]);
	if (state !== 'missing' && state !== 'to-complete')
		return propose(levelOf[state], 'done', [stateSays[state]], ['bilans']);
	const last = ground.dossier.rally.programme
		.map(({ date }) => date)
		.sort()
		.at(-1);
	if (last === undefined || !isOver(ground)) return notYet(['Le rallye n’est pas encore passé.'], ['bilans']);
	const since = daysBetween(last, ground.today);
	const days = `La dernière journée date de ${plural(since, 'jour')}.`;
	if (state === 'to-complete') return propose('1', 'done', [stateSays[state], days], ['bilans']);
	return since > DELAY
		? propose('0', 'done', ['Aucun bilan n’est commencé.', days], ['bilans'])
		: notYet(['Aucun bilan n’est encore commencé.', days], ['bilans']);
}

export function proposeImprovement({ afterwards: { meetings } }: GridGround): Proposal {
	if (!meetings) return noProposal([`Demande les présences aux rencontres du Réseau. ${awaited}`]);
	if (meetings.held === 0) return notYet(['Aucune rencontre du Réseau notée cette année.']);
	return propose(levelOfShare(meetings.attended, meetings.held), 'done', [
		`${meetings.attended} sur ${plural(meetings.held, 'rencontre')} du Réseau.`
	]);
}
