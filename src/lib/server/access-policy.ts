import type { Right } from '$lib/domain/access';

/**
 * What a page asks of whoever opens it. `anyone` covers the pages that hold a token in their address: the page
 * checks it. A right is held against the rally or the organisation named in the address, or against any
 * organisation of the person when the address names none.
 */
export type Need = 'anyone' | 'signed-in' | 'nobody' | { right: Right; of: 'rally' | 'organization' | 'any' };

export interface Rule {
	/** For GET and HEAD. */
	read: Need;
	/** For any other method. */
	write: Need;
}

const open: Rule = { read: 'anyone', write: 'anyone' };
const ofRally: Rule = {
	read: { right: 'rally:read', of: 'rally' },
	write: { right: 'rally:write', of: 'rally' }
};

/** A form that adds something: nothing to read for whoever may not write. */
const adding: Rule = {
	read: { right: 'rally:write', of: 'rally' },
	write: { right: 'rally:write', of: 'rally' }
};

/** What people tell the organiser only: nothing to read for whoever may not see it. */
const ofPeople: Rule = {
	read: { right: 'people:private', of: 'rally' },
	write: { right: 'rally:write', of: 'rally' }
};

/**
 * Every page of the application by route id; `/**` covers the route and all below it, the longest match decides.
 * A route that is not here does not exist for anybody.
 */
const policy: Record<string, Rule> = {
	'/': { read: 'anyone', write: 'nobody' },
	'/healthz': { read: 'anyone', write: 'nobody' },

	'/(account)/connexion': open,
	'/(account)/deconnexion': { read: 'nobody', write: 'anyone' },
	'/(account)/premiere-fois': open,
	'/(account)/mot-de-passe-oublie': open,
	'/(account)/nouveau-mot-de-passe/[token]': open,
	'/(account)/invitation/[token]': open,
	'/(account)/introuvable/[...at]': { read: 'anyone', write: 'nobody' },
	'/(account)/compte': { read: 'signed-in', write: 'signed-in' },

	'/(organizer)/rallyes': {
		read: { right: 'rally:read', of: 'any' },
		write: { right: 'rally:write', of: 'any' }
	},
	'/(organizer)/rallyes/nouveau': {
		read: { right: 'rally:write', of: 'any' },
		write: { right: 'rally:write', of: 'any' }
	},
	'/(organizer)/rallyes/importer': {
		read: { right: 'rally:write', of: 'any' },
		write: { right: 'rally:write', of: 'any' }
	},
	'/(organizer)/rallyes/[rally]/**': ofRally,
	// What it judges people's needs by comes to the page.
	'/(organizer)/rallyes/[rally]/planning/table/**': adding,
	'/(organizer)/rallyes/[rally]/planning/scenarios': adding,
	'/(organizer)/rallyes/[rally]/copie/nouvelle': adding,
	'/(organizer)/rallyes/[rally]/preparation/nouvelle': adding,
	'/(organizer)/rallyes/[rally]/comite/reunions/nouvelle': adding,
	'/(organizer)/rallyes/[rally]/defis/nouveau': adding,
	'/(organizer)/rallyes/[rally]/entreprises/nouvelle': adding,
	'/(organizer)/rallyes/[rally]/entreprises/[company]/noms': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/nouveau': adding,
	'/(organizer)/rallyes/[rally]/participants/[participant]/remplacer': adding,
	'/(organizer)/rallyes/[rally]/participants/[participant]/accords': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/[participant]/donnees': {
		read: { right: 'people:private', of: 'rally' },
		// To erase somebody.
		write: { right: 'organization:manage', of: 'rally' }
	},
	'/(organizer)/rallyes/[rally]/participants/[participant]/donnees/fichier': {
		read: { right: 'people:private', of: 'rally' },
		write: 'nobody'
	},
	'/(organizer)/rallyes/[rally]/participants/accords': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/prescripteurs': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/publics': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/rappels': ofPeople,
	'/(organizer)/rallyes/[rally]/participants/informations/nouvelle': adding,
	'/(organizer)/rallyes/[rally]/vehicules/nouveau': adding,
	'/(organizer)/rallyes/[rally]/accompagnateurs/nouveau': adding,
	'/(organizer)/rallyes/[rally]/partenaires/nouveau': adding,
	'/(organizer)/rallyes/[rally]/mobilisation/[company]/contacts/nouveau': adding,
	'/(organizer)/rallyes/[rally]/mobilisation/[company]/engagements/nouveau': adding,
	'/(organizer)/rallyes/[rally]/planning/avis': ofPeople,
	// Who was there, what went wrong and for whom, and what is proposed about it.
	'/(organizer)/rallyes/[rally]/jour/**': ofPeople,
	'/(organizer)/rallyes/[rally]/documents/appels': ofPeople,
	'/(organizer)/rallyes/[rally]/documents/dossier/**': ofPeople,
	// What people answered, what became of them, and how to reach them.
	'/(organizer)/rallyes/[rally]/questionnaires/**': ofPeople,
	'/(organizer)/rallyes/[rally]/suivi': ofPeople,
	'/(organizer)/rallyes/[rally]/cloture/invites/nouveau': adding,
	// Addresses that open something.
	'/(organizer)/rallyes/[rally]/cloture/invites/liens': adding,
	'/(organizer)/rallyes/[rally]/imports/**': adding,
	'/(organizer)/rallyes/[rally]/archive/**': ofPeople,
	'/(organizer)/rallyes/[rally]/effacer': {
		read: { right: 'organization:manage', of: 'rally' },
		write: { right: 'organization:manage', of: 'rally' }
	},
	// The names behind a figure.
	'/(organizer)/rallyes/[rally]/bilans/chiffres/[figure]': ofPeople,
	'/(organizer)/rallyes/[rally]/fse': ofPeople,

	'/(organizer)/organisation': { read: { right: 'organization:read', of: 'any' }, write: 'nobody' },
	'/(organizer)/organisation/charte': { read: { right: 'organization:read', of: 'any' }, write: 'nobody' },
	'/(organizer)/organisation/bibliotheque/**': {
		read: { right: 'organization:read', of: 'any' },
		write: { right: 'rally:write', of: 'any' }
	},
	'/(organizer)/organisation/bibliotheque/proposer': {
		read: { right: 'rally:write', of: 'any' },
		write: { right: 'rally:write', of: 'any' }
	},
	'/(organizer)/organisation/[organization]': {
		read: { right: 'organization:read', of: 'organization' },
		write: { right: 'organization:manage', of: 'organization' }
	},
	// What is kept of people and for how long, who read it, who asked for it.
	'/(organizer)/organisation/[organization]/**': {
		read: { right: 'organization:manage', of: 'organization' },
		write: { right: 'organization:manage', of: 'organization' }
	},
	'/(organizer)/organisation/[organization]/logo/**': {
		read: { right: 'organization:read', of: 'organization' },
		write: { right: 'organization:manage', of: 'organization' }
	},

	'/(federation)/**': {
		read: { right: 'federation:read', of: 'any' },
		write: { right: 'federation:write', of: 'any' }
	},

	'/(accompanist)/itineraire/[token]/**': open,
	'/(host)/accueil/[token]/**': open,
	'/(guest)/invite/[token]': open,
	'/(participant)/mon-rallye/[token]/**': open,
	'/(prescriber)/orientation/[token]/**': open
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TOKEN = /^[\w.~-]{1,400}$/;
/** Anything but control characters, some of which PostgreSQL refuses. */
const TEXT = /^\P{Cc}{0,200}$/u;

/** What the parts of an address that vary hold. What cannot be one is « introuvable » before any query. */
export const params: Record<string, RegExp> = {
	rally: UUID,
	company: UUID,
	participant: UUID,
	vehicle: UUID,
	accompanist: UUID,
	partner: UUID,
	guest: UUID,
	contact: UUID,
	exchange: UUID,
	commitment: UUID,
	plan: UUID,
	draft: UUID,
	run: UUID,
	import: UUID,
	referral: UUID,
	session: UUID,
	announced: UUID,
	cited: UUID,
	campaign: UUID,
	charter: UUID,
	meeting: UUID,
	challenge: UUID,
	item: UUID,
	structure: TOKEN,
	/** A company or a partner, whose logo it is. */
	supporter: UUID,
	task: UUID,
	member: UUID,
	imprevu: /^[a-z]{1,20}$/,
	/** Whom a bilan is for. */
	recipient: /^(?:federation|ansa|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
	figure: /^[a-z][a-z-]{1,40}$/,
	bilan: UUID,
	/** Which logo of an organisation. */
	picture: /^(?:rallyes|structure)$/,
	/** Name of a document to print. */
	paper: /^[a-z][a-z-]{1,40}$/,
	file: /^[a-z]{1,30}\.(csv|xlsx|json)$/,
	organization: TOKEN,
	token: TOKEN,
	at: TEXT
};

/** Whether everything in the address can be what it stands for. */
export const wellFormed = (given: Partial<Record<string, string>>): boolean =>
	Object.entries(given).every(([name, value]) => (params[name] ?? TEXT).test(value ?? ''));

/** The rule of a route, or null for one that the policy does not know. */
export function ruleOf(routeId: string): Rule | null {
	const exact = policy[routeId];
	if (exact) return exact;
	const covering = Object.keys(policy)
		.filter((key) => key.endsWith('/**'))
		.filter((key) => routeId === key.slice(0, -3) || routeId.startsWith(key.slice(0, -2)))
		.sort((a, b) => b.length - a.length);
	return policy[covering[0] ?? ''] ?? null;
}

export const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';
