import { accompanistName } from '$lib/domain/accompanist';
import { addressOf } from '$lib/domain/address';
import type { Dossier } from '$lib/domain/dossier';
import { french } from '$lib/domain/french';
import type { ContactMode } from '$lib/domain/mobilisation/contact';
import { fullName, shownName } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import { noticeLetter, type NoticeLetter } from '$lib/domain/publication/letters';
import { due, keyOf, reached, type Due } from '$lib/domain/publication/notices';
import { recipientsOf, type Recipient, type RecipientKind } from '$lib/domain/publication/told';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { hostLinks } from '../../db/repositories/host-links';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { notices, type NoticeRow } from '../../db/repositories/notices';
import { organizations } from '../../db/repositories/organizations';
import { plans } from '../../db/repositories/plans';
import { hostTokenOf } from '../host-links/link-token';
import { tokenOf } from '../itinerary-links/link-token';
import { withArchived } from '../planning/read-planning';

export interface Site {
	origin: string;
	secret: string;
}

/** Somebody to be told, how they are reached, and what to tell them. */
export interface Notice extends Due {
	/** First and last name, or the company’s: for the organiser only. */
	name: string;
	email: string;
	phone: string;
	mode: ContactMode | null;
	/** Whether « tout envoyer » writes to them: an address, and no wish to be reached otherwise. */
	mailed: boolean;
	letter: NoticeLetter;
	/** The last attempt failed. */
	failed: boolean;
}

/** A company that asked for a call or a visit is not written to of itself; the others are. */
const mayMail = (email: string, mode: ContactMode | null): boolean =>
	email !== '' && mode !== 'phone' && mode !== 'visit';

/** Who would have to be told if this plan were in force. */
export async function dueOf(db: Db, rally: Rally, plan: Plan): Promise<Due[]> {
	const dossier = await readDossier(db, rally, plan);
	return dueNow(dossier, plan, await notices(db).list(rally.id));
}

function dueNow(dossier: Dossier, plan: Plan, rows: readonly NoticeRow[]): Due[] {
	const enrolled = dossier.participants.filter(({ state }) => state === 'confirmed');
	const reachable: Record<RecipientKind, Set<string>> = {
		company: new Set(dossier.companies.map(({ id }) => id)),
		accompanist: new Set(dossier.accompanists.map(({ id }) => id)),
		participant: new Set(enrolled.map(({ id }) => id))
	};
	return due(recipientsOf(plan, dossier.rally, enrolled), lastToldIn(rows), ({ kind, id }) =>
		reachable[kind].has(id)
	);
}

/** Of rows with the latest first. */
function lastToldIn(rows: readonly NoticeRow[]): Recipient[] {
	const last = new Map<string, Recipient>();
	for (const { kind, recipientId: id, told, state } of rows) {
		const key = keyOf({ kind, id });
		if (reached(state) && !last.has(key)) last.set(key, { kind, id, told });
	}
	return [...last.values()];
}

export interface DoneNotice extends Pick<
	NoticeRow,
	'id' | 'kind' | 'number' | 'state' | 'sentTo' | 'by' | 'at'
> {
	name: string;
}

export interface Notices {
	/** The version in force; null when none is, and then nobody is to be told. */
	plan: Pick<Plan, 'number' | 'publishedAt'> | null;
	toTell: Notice[];
	/** What was done, the latest first. */
	done: DoneNotice[];
}

/** Who is to be told of the version in force, with the texts, and who was. Names and contacts: for whoever prepares. */
export async function readNotices(db: Db, rally: Rally, site: Site): Promise<Notices> {
	const plan = await plans(db).published(rally.id);
	const dossier = await readDossier(db, rally, plan);
	const known = await withArchived(db, dossier);
	const rows = await notices(db).list(rally.id);
	const named = (kind: RecipientKind, id: string): string => {
		if (kind === 'company') return known.companies.find((one) => one.id === id)?.name ?? 'Entreprise effacée';
		if (kind === 'participant') {
			const person = known.participants.find((one) => one.id === id);
			return person ? fullName(person) : 'Personne effacée';
		}
		const person = known.accompanists.find((one) => one.id === id);
		return person ? accompanistName(person) : 'Personne effacée';
	};
	const done = rows.map(({ id, kind, number, state, sentTo, by, at, recipientId }) => ({
		...{ id, kind, number, state, sentTo, by, at },
		name: named(kind, recipientId)
	}));
	if (!plan) return { plan: null, toTell: [], done };
	const latest = new Map<string, NoticeRow>();
	for (const row of rows) {
		const key = keyOf({ kind: row.kind, id: row.recipientId });
		if (!latest.has(key)) latest.set(key, row);
	}
	const write = await letterWriter(db, dossier, plan, site);
	const toTell = dueNow(dossier, plan, rows)
		.map((one): Notice => ({
			...one,
			...write(one),
			name: named(one.kind, one.id),
			failed: latest.get(keyOf(one))?.state === 'failed'
		}))
		.sort((a, b) => french.compare(a.name, b.name));
	return { plan: { number: plan.number, publishedAt: plan.publishedAt }, toTell, done };
}

/** How each is reached and what they read, with the address of their own page when one is open. */
async function letterWriter(db: Db, dossier: Dossier, plan: Plan, { origin, secret }: Site) {
	const { rally, companies, participants, accompanists } = dossier;
	const organization = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const hosts = await hostLinks(db).open(rally.id);
	const teams = await itineraryLinks(db).open(rally.id);
	const company = (id: string) => {
		const one = companies.find((of) => of.id === id);
		return one
			? [one.name, one.address ? addressOf(one) : one.commune].filter(Boolean).join(', ')
			: 'une entreprise';
	};
	const hostPage = (id: string) => {
		const link = hosts.find(({ companyId }) => companyId === id);
		return link ? `${origin}/accueil/${hostTokenOf(link.id, secret)}` : null;
	};
	const teamPage = (id: string) => {
		const team = plan.teams.find(({ accompanistId, driverId }) => accompanistId === id || driverId === id);
		const link = teams.find(({ teamLetter }) => teamLetter === team?.letter);
		return link ? `${origin}/itineraire/${tokenOf(link.id, secret)}` : null;
	};
	return ({ kind, id, before, now }: Due): Pick<Notice, 'email' | 'phone' | 'mode' | 'mailed' | 'letter'> => {
		const facts = { rally, organization, company };
		if (kind === 'company') {
			const one = companies.find((of) => of.id === id)!;
			const { contactEmail: email, contactMode: mode } = one;
			const letter = noticeLetter({ before, now }, { ...facts, greeted: one.contactName, name: one.name, link: hostPage(id) }); // prettier-ignore
			return { email, mode, letter, phone: mode === 'mail-only' ? '' : one.contactPhone, mailed: mayMail(email, mode) }; // prettier-ignore
		}
		const people = kind === 'participant' ? participants : accompanists;
		const person = people.find((of) => of.id === id)!;
		const greeted = 'chosenName' in person ? shownName(person) : person.firstName;
		const link = kind === 'accompanist' ? teamPage(id) : null;
		const letter = noticeLetter({ before, now }, { ...facts, greeted, name: '', link });
		const { email, phone } = person;
		// Nobody learns from a letter alone that they are in no team any more.
		const spoken = now.kind === 'participant' && now.team === null;
		return { email, phone, mode: null, letter, mailed: mayMail(email, null) && !spoken };
	};
}
