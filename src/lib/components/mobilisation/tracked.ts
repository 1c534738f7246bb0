import type { IsoDate } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';
import type { SilenceHeld } from '$lib/domain/mobilisation/chase';
import type { ContactMode } from '$lib/domain/mobilisation/contact';
import type { NextStep } from '$lib/domain/mobilisation/pipeline';
import type { Sector } from '$lib/domain/sector';

/** A company in the lists of mobilisation: what is shown of it, and no more. */
export interface ShownCompany {
	id: string;
	name: string;
	sector: Sector;
	commune: string;
	state: CompanyState;
	nextStep: NextStep | null;
	nextStepOn: IsoDate | null;
	nextStepNote: string;
	late: number | null;
	silence: SilenceHeld | null;
	/** Why it had better not be asked now, in sentences. */
	restraints: string[];
	ownerName: string;
	contactName: string;
	contactPhone: string;
	contactEmail: string;
	contactMode: ContactMode | null;
	onlyMailed: boolean;
}
