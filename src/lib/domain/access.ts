import type { OrganizerNetwork } from './rally';

export const roles = {
	administrator: 'Administration',
	organizer: 'Préparation des rallyes',
	reader: 'Lecture seule'
} as const;
export type Role = keyof typeof roles;

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

/** What each role means, for whoever has to choose one. */
export const roleHints: Record<Role, string> = {
	administrator: 'prépare les rallyes, invite les membres et choisit leur rôle',
	organizer: 'prépare les rallyes',
	reader: 'voit le rallye sans rien changer, ni la situation et les coordonnées des personnes'
};

/** Somebody signed in, and what they are in each organisation they belong to. */
export interface Actor {
	userId: string;
	name: string;
	email: string;
	memberships: { organizationId: string; organizationName: string; network: OrganizerNetwork; role: Role }[];
}

/**
 * What a page or an action asks for. `rally:*`, `people:*` and `organization:*` are held against one organisation.
 * `people:private` opens what somebody tells the organiser only: situation, needs, contacts, consents.
 * `federation:write` is to open campaigns, score, decide on the name and the logo, publish in the library.
 */
export type Right =
	| 'rally:read'
	| 'rally:write'
	| 'people:private'
	| 'organization:read'
	| 'organization:manage'
	| 'federation:read'
	| 'federation:write';

const granted: Record<Role, readonly Right[]> = {
	administrator: ['rally:read', 'rally:write', 'people:private', 'organization:read', 'organization:manage'],
	organizer: ['rally:read', 'rally:write', 'people:private', 'organization:read'],
	reader: ['rally:read', 'organization:read']
};

/** A member of the federation reads aggregates of every organisation, and no organisation's rows. */
const grantedToFederation: Record<Role, readonly Right[]> = {
	administrator: ['federation:read', 'federation:write', 'organization:read', 'organization:manage'],
	organizer: ['federation:read', 'federation:write', 'organization:read'],
	reader: ['federation:read', 'organization:read']
};

/** What this role may do in an organisation of this network. */
export const rightsOf = (role: Role, network?: OrganizerNetwork): readonly Right[] =>
	(network === 'federation' ? grantedToFederation : granted)[role];

/**
 * The one place that decides. `organizationId` is the owner of what is asked for; without it the question is
 * whether the actor has that right somewhere. Whoever is refused is told « introuvable », never « interdit »:
 * the answer must not say that the thing exists.
 */
export const may = (actor: Actor | null, right: Right, organizationId?: string): boolean =>
	actor?.memberships.some(
		(membership) =>
			(organizationId === undefined || membership.organizationId === organizationId) &&
			rightsOf(membership.role, membership.network).includes(right)
	) ?? false;

/** The organisation in which somebody holds a right: theirs at the federation, for what the federation keeps. */
export const organizationWith = (actor: Actor | null, right: Right): string | null =>
	actor?.memberships.find(({ role, network }) => rightsOf(role, network).includes(right))?.organizationId ??
	null;
