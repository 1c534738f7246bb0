import { AccompanistForm, type AccompanistInput } from '$lib/server/use-cases/accompanists/accompanist-form';
import { MeetingForm, type MeetingInput } from '$lib/server/use-cases/committee/committee-form';
import { CompanyForm, type CompanyInput } from '$lib/server/use-cases/companies/company-form';
import { GuestForm, type GuestInput } from '$lib/server/use-cases/closing/guest-form';
import { ParticipantForm, type ParticipantInput } from '$lib/server/use-cases/participants/participant-form';
import { PartnerForm, type PartnerInput } from '$lib/server/use-cases/partners/partner-form';
import { TaskForm, type TaskInput } from '$lib/server/use-cases/preparation/task-form';
import { SessionForm, type SessionInput } from '$lib/server/use-cases/sessions/session-form';
import { VehicleForm, type VehicleInput } from '$lib/server/use-cases/vehicles/vehicle-form';

/*
 * What each form reads when little is typed; a test names the difference.
 */

export type Participant = ParticipantInput;
export const participant = (difference: Partial<ParticipantInput> = {}): ParticipantInput => ({
	...ParticipantForm.parse({ firstName: 'Ana', lastName: 'Petit', state: 'confirmed', hasIdPaper: 'on' }),
	...difference
});

export const vehicle = (difference: Partial<VehicleInput> = {}): VehicleInput => ({
	...VehicleForm.parse({
		name: 'Kangoo',
		kind: 'car',
		seats: '5',
		wheelchairPlaces: '0',
		owner: 'organizer'
	}),
	...difference
});

export const accompanist = (difference: Partial<AccompanistInput> = {}): AccompanistInput => ({
	...AccompanistForm.parse({ firstName: 'Sacha', lastName: 'Merle', drives: 'on' }),
	...difference
});

export const session = (difference: Partial<SessionInput> = {}): SessionInput => ({
	...SessionForm.parse({ date: '2027-05-10', start: '18:00', minutes: '90', place: 'Salle', places: '30' }),
	...difference
});

export const partner = (difference: Partial<PartnerInput> = {}): PartnerInput => ({
	...PartnerForm.parse({ name: 'Ville de Thyez', category: 'institution' }),
	...difference
});

export const guest = (difference: Partial<GuestInput> = {}): GuestInput => ({
	...GuestForm.parse({ name: 'Mairie de Thyez', kind: 'institution', people: '2', reply: 'waiting' }),
	...difference
});

export const company = (difference: Partial<CompanyInput> = {}): CompanyInput => ({
	...CompanyForm.parse({
		name: 'Décolletage du Faucigny',
		sector: 'industry',
		kind: 'private',
		state: 'confirmed',
		teamsAtOnce: '1',
		peopleAtOnce: '8',
		visitsMin: '1',
		visitsMax: '6',
		turnaroundMinutes: '0'
	}),
	...difference
});

export const task = (difference: Partial<TaskInput> = {}): TaskInput => ({
	...TaskForm.parse({ name: 'Louer un barnum', phase: 'conviviality' }),
	...difference
});

export const meeting = (difference: Partial<MeetingInput> = {}): MeetingInput => ({
	...MeetingForm.parse({ name: 'Lancement', date: '2027-04-02' }),
	...difference
});
