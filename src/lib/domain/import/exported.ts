import { accompanistFields } from '../fields/accompanist';
import { partnerFields } from '../fields/partner';
import { vehicleFields } from '../fields/vehicle';
import { partnerCategories, partnerRoles } from '../partner';
import type { RecordKind } from '../records';
import { vehicleKinds, vehicleOwners } from '../vehicle';
import { choiceColumn, choicesColumn, textColumn, yesNoColumn, type Column } from './column';
import { companyColumns } from './company-columns';
import { participantColumns } from './participant-columns';
import { writeHalfDay } from './values';

export type ListKind = Exclude<RecordKind, 'rally' | 'session'>;

/** A list that leaves as a file: its address, its name, and its columns in order. */
interface ExportedList {
	kind: ListKind;
	title: string;
	columns: readonly (Pick<Column, 'label'> & { field: string; write: (record: never) => string })[];
}

const written = (columns: readonly Column[]): ExportedList['columns'] =>
	columns.flatMap(({ label, field, write }) => (write ? [{ label, field, write }] : []));

const named = <F extends Record<string, { label: string }>>(fields: F, key: keyof F & string) => ({
	key,
	label: fields[key]!.label
});
const away = (label: string) => ({
	label,
	field: 'absences',
	write: (record: never) => (record as { absences: string[] }).absences.map(writeHalfDay).join(' ; ')
});

const vehicle = (key: keyof typeof vehicleFields) => named(vehicleFields, key);
const accompanist = (key: keyof typeof accompanistFields) => named(accompanistFields, key);
const partner = (key: keyof typeof partnerFields) => named(partnerFields, key);

/** Every list by its folder in the address. What a person may open on screen is what they may take away. */
export const exportedLists: Record<string, ExportedList> = {
	entreprises: { kind: 'company', title: 'Entreprises', columns: written(companyColumns) },
	participants: { kind: 'participant', title: 'Participants', columns: written(participantColumns) },
	vehicules: {
		kind: 'vehicle',
		title: 'Véhicules',
		columns: [
			...written([
				textColumn(vehicle('name')),
				choiceColumn(vehicle('kind'), vehicleKinds),
				textColumn(vehicle('seats')),
				textColumn(vehicle('wheelchairPlaces')),
				choiceColumn(vehicle('owner'), vehicleOwners),
				textColumn(vehicle('ownerName')),
				textColumn(vehicle('plate'))
			]),
			away('Indisponible')
		]
	},
	accompagnateurs: {
		kind: 'accompanist',
		title: 'Accompagnateurs',
		columns: [
			...written([
				textColumn(accompanist('firstName')),
				textColumn(accompanist('lastName')),
				textColumn(accompanist('phone')),
				textColumn(accompanist('email')),
				yesNoColumn(accompanist('drives')),
				textColumn(accompanist('employer'))
			]),
			away('Absences')
		]
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
			yesNoColumn(partner('invitedToClosing'))
		])
	}
};
