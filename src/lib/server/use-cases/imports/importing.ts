import type { z } from 'zod';
import { accompanistName } from '$lib/domain/accompanist';
import { blankAccompanist } from '$lib/domain/import/accompanist-columns';
import { blankCompany } from '$lib/domain/import/company-columns';
import type { ImportKind, Typed } from '$lib/domain/import/column';
import { blankParticipant } from '$lib/domain/import/participant-columns';
import { blankVehicle } from '$lib/domain/import/vehicle-columns';
import { accompanistFields } from '$lib/domain/fields/accompanist';
import { companyFields } from '$lib/domain/fields/company';
import { followUpFields } from '$lib/domain/fields/mobilisation';
import { participantFields } from '$lib/domain/fields/participant';
import { vehicleFields } from '$lib/domain/fields/vehicle';
import { clockInput } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { FieldWords } from '$lib/domain/records';
import { positionWords } from '$lib/geo/place';
import type { AnyRecord } from '../../db/repositories/records';
import { AccompanistForm, type AccompanistInput } from '../accompanists/accompanist-form';
import { ImportedCompanyForm, type CompanyInput } from '../companies/company-form';
import { faultIn, standing } from '../companies/save-company';
import { ParticipantForm, type ParticipantInput } from '../participants/participant-form';
import { withinProgramme } from '../records/within-programme';
import { VehicleForm, type VehicleInput } from '../vehicles/vehicle-form';

type Values = Record<string, unknown>;

interface Importing {
	/** The same schema as the form on screen, with what is typed on another page of the same record. */
	form: z.ZodType<Values> & { shape: Record<string, z.ZodType> };
	/** The form before anybody types. */
	blank: () => Typed;
	fields: Readonly<Record<string, FieldWords>>;
	name: (values: Values) => string;
	/** What the use-case refuses beyond the form: field → message. */
	faults: (rally: Rally, values: Values) => { field: string; message: string }[];
	/** What the use-case adds before saving. */
	settle: (rally: Rally, values: Values, before: AnyRecord | null) => Values;
}

/** What differs between the kinds of record that can be imported. */
export const importing: Record<ImportKind, Importing> = {
	company: {
		form: ImportedCompanyForm as never,
		blank: blankCompany,
		fields: { ...companyFields, introducedBy: followUpFields.introducedBy },
		name: ({ name }) => String(name ?? ''),
		faults: (rally, values) => {
			const fault = faultIn(rally, values as CompanyInput);
			if (!fault) return [];
			if (fault.code === 'slot-outside-rally')
				return [{ field: 'slots', message: 'Ce jour n’est pas un jour du rallye.' }];
			if (fault.code === 'bad-position')
				return [{ field: fault.field, message: positionWords(fault.reason) }];
			return [{ field: fault.field, message: 'Donnez la latitude et la longitude, ou aucune des deux.' }];
		},
		settle: (_rally, values, before) => standing(values as CompanyInput, before as never)
	},
	participant: {
		form: ParticipantForm as never,
		blank: blankParticipant,
		fields: participantFields,
		name: ({ firstName, lastName }) =>
			fullName({ firstName: String(firstName ?? ''), lastName: String(lastName ?? '') }),
		faults: () => [],
		settle: (rally, values) => withinProgramme(rally, values as ParticipantInput)
	},
	vehicle: {
		form: VehicleForm as never,
		blank: blankVehicle,
		fields: vehicleFields,
		name: ({ name }) => String(name ?? ''),
		faults: (_rally, values) => {
			const { seats, wheelchairPlaces } = values as VehicleInput;
			// The form says it at the other field, which a file may not have.
			return seats > wheelchairPlaces
				? []
				: [{ field: 'seats', message: 'Il y a autant de places pour fauteuil.' }];
		},
		settle: (rally, values) => withinProgramme(rally, values as VehicleInput)
	},
	accompanist: {
		form: AccompanistForm as never,
		blank: blankAccompanist,
		fields: accompanistFields,
		name: (values) => accompanistName({ firstName: String(values.firstName ?? ''), lastName: String(values.lastName ?? '') }), // prettier-ignore
		faults: () => [],
		settle: (rally, values) => withinProgramme(rally, values as AccompanistInput)
	}
};

/** A record as its form would show it: what a row of the file is written over. */
export function typedOf(record: AnyRecord, fields: readonly string[]): Typed {
	const typed: Typed = {};
	for (const field of fields) {
		const value = record[field];
		if (field === 'slots')
			typed[field] = (value as { date: string; from: number; to: number }[]).map(({ date, from, to }) => ({ date, from: clockInput(from), to: clockInput(to) })); // prettier-ignore
		else if (field === 'backBy') typed[field] = value === null ? '' : clockInput(value as number);
		else if (typeof value === 'number') typed[field] = String(value);
		else typed[field] = value ?? '';
	}
	return typed;
}
