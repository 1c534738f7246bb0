import { INVITATION_DAYS, RESET_LINK_MINUTES } from '$lib/domain/account';
import { roleHints, type Role } from '$lib/domain/access';
import type { Letter } from './mailer';

const SIGNED = 'Équipage, pour préparer un Rallye pour l’emploi';

interface Invitation {
	to: string;
	organizationName: string;
	invitedBy: string;
	role: Role;
	link: string;
}

export const invitationLetter = ({ to, organizationName, invitedBy, role, link }: Invitation): Letter => ({
	to,
	subject: `Invitation à rejoindre ${organizationName}`,
	text: `Bonjour,

${invitedBy} vous invite à rejoindre « ${organizationName} » dans Équipage. Avec cet accès, on ${roleHints[role]}.

Pour accepter, ouvrez ce lien dans les ${INVITATION_DAYS} jours :
${link}

Vous n’attendiez pas cette invitation ? Ne faites rien : sans vous, aucun compte n’est créé.

${SIGNED}
`
});

export const resetLetter = ({ to, link }: { to: string; link: string }): Letter => ({
	to,
	subject: 'Choisir un nouveau mot de passe',
	text: `Bonjour,

Pour choisir un nouveau mot de passe, ouvrez ce lien dans les ${RESET_LINK_MINUTES} minutes :
${link}

Vous n’avez rien demandé ? Ne faites rien : votre mot de passe ne change pas.

${SIGNED}
`
});

interface PackSent {
	to: string;
	title: string;
	/** « mardi 8 juin » */
	day: string;
	number: number;
}

export const packLetter = ({ to, title, day, number }: PackSent): Letter => ({
	to,
	subject: `Dossier de secours pour ${day} — ${title}`,
	text: `Bonjour,

Voici de quoi mener la journée du ${day} sans écran ni réseau : équipages, tableau, numéros, appels, sécurité, feuilles de route, émargement, feuilles à remplir. Il vient de la version ${number} du planning, celle en vigueur.

Imprimez-le ce soir. Il porte des numéros de téléphone : gardez-le pour l’organisation, et détruisez-le après le rallye.

Cet envoi se change ou s’arrête sur la page « Documents » du rallye.

${SIGNED}
`
});

interface RetentionNotice {
	to: string;
	organizationName: string;
	text: string;
	link: string;
}

export const retentionLetter = ({ to, organizationName, text, link }: RetentionNotice): Letter => ({
	to,
	subject: `${organizationName} : des fiches arrivent au bout de leur conservation`,
	text: `Bonjour,

${text}

Ce qui sera effacé, et ce qui restera :
${link}

${SIGNED}
`
});
