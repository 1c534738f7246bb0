import { carrierNetworks } from '../carrier-networks/networks';
import { guestKinds, guestReplies } from '../closing/guests';
import { companyStates } from '../company';
import { companyFields } from '../fields/company';
import { guestFields } from '../fields/guest';
import { commitmentFields, contactFields, exchangeFields, followUpFields } from '../fields/mobilisation';
import { partnerFields } from '../fields/partner';
import { commitmentKinds } from '../mobilisation/commitment';
import { channels, contactModes } from '../mobilisation/contact';
import { outcomes, silences } from '../mobilisation/exchange';
import { declineReasons, nextSteps } from '../mobilisation/pipeline';
import { partnerCategories, partnerRoles } from '../partner';
import type { RecordKind } from '../records';
import { sectors } from '../sector';
import { accompanistColumns } from './accompanist-columns';
import { choiceColumn, choicesColumn, textColumn, yesNoColumn, type Column } from './column';
import { companyColumns } from './company-columns';
import { participantColumns } from './participant-columns';
import { vehicleColumns } from './vehicle-columns';

export type ListKind = Exclude<RecordKind, 'rally' | 'session'>;

/** A list that leaves as a file: its address, its name, and its columns in order. */
interface ExportedList {
	kind: ListKind;
	title: string;
	columns: readonly (Pick<Column, 'label'> & { field: string; write: (record: never) => string })[];
}

/** What a list of something of companies knows besides the record: see readList. */
const company = {
	label: 'Entreprise',
	field: 'companyName',
	write: (record: never) => (record as { companyName: string }).companyName
};
const euros = ({ label, key }: { label: string; key: string }) => ({
	label: `${label} (€)`,
	field: key,
	write: (record: never) => {
		const cents = (record as Record<string, number | null>)[key] ?? null;
		return cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',');
	}
});

const written = (columns: readonly Column[]): ExportedList['columns'] =>
	columns.flatMap(({ label, field, write }) => (write ? [{ label, field, write }] : []));

const named = <F extends Record<string, { label: string }>>(fields: F, key: keyof F & string) => ({
	key,
	label: fields[key]!.label
});
const contact = (key: keyof typeof contactFields) => named(contactFields, key);
const exchange = (key: keyof typeof exchangeFields) => named(exchangeFields, key);
const commitment = (key: keyof typeof commitmentFields) => named(commitmentFields, key);
const followUp = (key: keyof typeof followUpFields) => named(followUpFields, key);
const partner = (key: keyof typeof partnerFields) => named(partnerFields, key);

/** Every list by its folder in the address. What a person may open on screen is what they may take away. */
export const exportedLists: Record<string, ExportedList> = {
	entreprises: { kind: 'company', title: 'Entreprises', columns: written(companyColumns) },
	participants: { kind: 'participant', title: 'Participants', columns: written(participantColumns) },
	vehicules: {
		kind: 'vehicle',
		title: 'Véhicules',
		columns: written(vehicleColumns)
	},
	accompagnateurs: {
		kind: 'accompanist',
		title: 'Accompagnateurs',
		columns: written(accompanistColumns)
	},
	partenaires: {
		kind: 'partner',
		title: 'Partenaires',
		columns: written([
			textColumn(partner('name')),
			choiceColumn(partner('category'), partnerCategories),
			choicesColumn(partner('roles'), partnerRoles),
			textColumn(partner('contactName')),
			textColumn(partner('phone')),
			textColumn(partner('email')),
			yesNoColumn(partner('invitedToClosing')),
			choicesColumn(partner('carrierNetworks'), carrierNetworks),
			// The same under the name and with the values that data·inclusion gives it.
			textColumn(
				{ key: 'carrierNetworks', label: 'reseaux_porteurs' },
				{ write: (record) => (record as { carrierNetworks: string[] }).carrierNetworks.join(' ; ') }
			)
		])
	},
	invites: {
		kind: 'guest',
		title: 'Invités à la clôture',
		columns: written([
			textColumn(named(guestFields, 'name')),
			textColumn(named(guestFields, 'organisation')),
			choiceColumn(named(guestFields, 'kind'), guestKinds),
			textColumn(named(guestFields, 'people')),
			choiceColumn(named(guestFields, 'reply'), guestReplies),
			textColumn(named(guestFields, 'coming')),
			textColumn(named(guestFields, 'came')),
			textColumn(named(guestFields, 'note'))
		])
	},
	mobilisation: {
		kind: 'company',
		title: 'Mobilisation',
		columns: [
			...written([
				textColumn(named(companyFields, 'name')),
				textColumn(named(companyFields, 'siret')),
				choiceColumn(named(companyFields, 'sector'), sectors),
				textColumn(named(companyFields, 'commune')),
				choiceColumn(named(companyFields, 'state'), companyStates)
			]),
			{
				label: followUpFields.ownerId.label,
				field: 'ownerId',
				write: (record) => (record as { ownerName: string }).ownerName
			},
			...written([
				choiceColumn(followUp('nextStep'), nextSteps),
				textColumn({ ...followUp('nextStepOn'), label: 'Prochaine action le' }),
				textColumn(followUp('nextStepNote')),
				choiceColumn(followUp('declineReason'), declineReasons),
				textColumn(followUp('declineNote')),
				textColumn(followUp('pausedUntil')),
				yesNoColumn(followUp('mayBeNamed')),
				textColumn(followUp('introducedBy'))
			])
		]
	},
	echanges: {
		kind: 'exchange',
		title: 'Échanges',
		columns: [
			company,
			...written([
				textColumn(exchange('on')),
				choiceColumn(exchange('channel'), channels),
				choiceColumn(exchange('outcome'), outcomes),
				textColumn(exchange('spokenTo')),
				textColumn(exchange('note')),
				yesNoColumn(exchange('explained')),
				choiceColumn(exchange('silence'), silences),
				textColumn({ key: 'by', label: 'Par' })
			])
		]
	},
	interlocuteurs: {
		kind: 'contact',
		title: 'Interlocuteurs',
		columns: [
			company,
			...written([
				textColumn(contact('name')),
				textColumn(contact('role')),
				textColumn(contact('phone')),
				textColumn(contact('email')),
				choiceColumn(contact('mode'), contactModes),
				textColumn(contact('note'))
			])
		]
	},
	engagements: {
		kind: 'commitment',
		title: 'Engagements',
		columns: [
			company,
			...written([
				choiceColumn(commitment('kind'), commitmentKinds),
				textColumn(commitment('description')),
				textColumn(commitment('quantity'))
			]),
			euros(commitment('valueCents')),
			...written([yesNoColumn(commitment('honoured'))])
		]
	}
};
