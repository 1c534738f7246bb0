import type { IsoDate } from '$lib/domain/calendar';
import { callScript, type ScriptPart } from '$lib/domain/mobilisation/call-script';
import { confirmationLetter, type AnnouncedVisit, type Letter } from '$lib/domain/mobilisation/confirmation';
import { contactsOf, type Reachable } from '$lib/domain/mobilisation/contact';
import { rankCallsByShortage } from '$lib/domain/mobilisation/call-list';
import { ledByPlanner } from '$lib/domain/mobilisation/worth';
import { replacementsFor, type Replacement } from '$lib/domain/mobilisation/reserves';
import type { Dossier } from '$lib/domain/dossier';
import { french } from '$lib/domain/french';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { mobilisation, type StateChange } from '../../db/repositories/mobilisation';
import { organizations } from '../../db/repositories/organizations';
import { records, type RecordRow } from '../../db/repositories/records';
import { knownWorth } from '../planning/ask-starts';
import type { Follower } from './follower';
import { readTracked, type Tracked } from './read-mobilisation';

export interface FollowedCompany {
	tracked: Tracked;
	contacts: Reachable[];
	stateChanges: StateChange[];
	commitments: RecordRow<'commitment'>[];
	script: ScriptPart[];
	letter: Letter;
	/** When it confirmed and withdrew: who could take its place. */
	replacements: Replacement[];
}

/** All that is known of a company for whoever is about to call it. Null when the rally has none of that id. */
export async function readFollowedCompany(
	db: Db,
	rally: Rally,
	id: string,
	reader: Pick<Follower, 'name'>,
	today: IsoDate
): Promise<FollowedCompany | null> {
	const all = await readTracked(db, rally, today);
	const tracked = all.find(({ row }) => row.id === id);
	if (!tracked) return null;
	const dossier = await readDossier(db, rally);
	const company = dossier.companies.find((of) => of.id === id)!;
	const organization = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const ofCompany = <R extends { companyId: string }>(rows: R[]) =>
		rows.filter(({ companyId }) => companyId === id);
	const others = ofCompany(await records(db, 'contact').list(rally.id));
	const contacts = contactsOf(
		company,
		others.sort((a, b) => french.compare(a.name, b.name))
	);

	// Alone on the list, it is asked for the half-day where it helps most.
	const mayAsk = (of: { id: string }) => of.id === id;
	const known = await knownWorth(db, dossier);
	const list = rankCallsByShortage(dossier, mayAsk);
	const { coverage, calls, more } = ledByPlanner(list, dossier, known?.starts ?? [], mayAsk);
	const call = [...calls, ...more].find((one) => one.company.id === id);
	const script = callScript({
		rally,
		organization,
		caller: reader.name,
		contact: contacts[0]?.name ?? '',
		introducedBy: tracked.row.introducedBy,
		references: referencesFor(tracked, all),
		partners: publicPartners(dossier),
		asked: call ? { halfDay: call.halfDay.key, slot: call.slot } : null,
		headCount: coverage.need.teamSize + 1,
		byMail: contacts[0]?.mode === 'mail-only'
	});
	return {
		tracked,
		contacts,
		stateChanges: await mobilisation(db).stateChanges(rally.id, id),
		commitments: ofCompany(await records(db, 'commitment').list(rally.id)),
		script,
		letter: confirmationLetter({ rally, organization, company, visits: announced(dossier.plan, id) }),
		replacements: tracked.row.withdrew ? replacementsFor(company, dossier) : []
	};
}

/** Companies that agreed to be named: of this rally first, those of the same town before others. */
function referencesFor({ row }: Tracked, all: readonly Tracked[]): string[] {
	const named = all.filter(
		(one) => one.row.id !== row.id && one.row.state === 'confirmed' && one.row.mayBeNamed
	);
	return named
		.sort(
			(a, b) =>
				Number(b.row.commune === row.commune) - Number(a.row.commune === row.commune) ||
				french.compare(a.row.name, b.row.name)
		)
		.map((one) => one.row.name);
}

const publicPartners = ({ partners }: Dossier): string[] =>
	partners
		.filter(({ category }) => ['institution', 'employment-service', 'state'].includes(category))
		.map(({ name }) => name);

/** The hours and head-counts of the plan in force; how many come, not who. */
function announced(plan: Plan | null, companyId: string): AnnouncedVisit[] {
	if (!plan?.published) return [];
	return plan.teams
		.flatMap(({ memberIds, accompanistId, driverId, visits }) =>
			visits
				.filter((visit) => visit.companyId === companyId)
				.map(({ date, start, end }) => ({
					date,
					start,
					end,
					people: memberIds.length + new Set([accompanistId, driverId].filter(Boolean)).size
				}))
		)
		.sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start);
}
