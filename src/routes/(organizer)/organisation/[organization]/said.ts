import { roles, type Role } from '$lib/domain/access';
import type { MemberResetError } from '$lib/server/use-cases/accounts/ask-reset';
import type { ChangeMemberError } from '$lib/server/use-cases/accounts/change-members';

/** What the page answers, in words. */
export const said = {
	saved: 'L’organisation est enregistrée.',
	notTheFederation:
		'D’autres structures sont déjà là : le réseau « Fédération » ne se choisit plus d’ici, car il ouvre la lecture de leurs bilans.',
	alreadyMember: 'Cette personne fait déjà partie de l’organisation.',
	revoked: 'L’invitation est annulée : son lien ne fonctionne plus.',
	tooLateToRevoke: 'Cette invitation a déjà servi ou expiré.',
	roleChanged: (name: string, role: Role) => `${name} : ${roles[role].toLowerCase()}.`,
	removed: (name: string) => `${name} ne fait plus partie de l’organisation.`,
	refused: (problem: ChangeMemberError | MemberResetError): string => {
		if (problem.code === 'not-found') return 'Cette personne ne fait plus partie de l’organisation.';
		if (problem.code === 'last-administrator') {
			return `${problem.name} est la seule personne qui administre l’organisation. Donnez d’abord ce rôle à quelqu’un d’autre.`;
		}
		return `${problem.name} fait aussi partie d’une autre organisation : son mot de passe ne peut pas être changé d’ici.`;
	}
};
