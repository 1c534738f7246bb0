import type { ShownCompany } from '$lib/components/mobilisation/tracked';
import { restraintsInWords } from '$lib/domain/mobilisation/words';
import type { RallySettings } from '$lib/domain/rally';
import type { Tracked } from '$lib/server/use-cases/mobilisation/read-mobilisation';

/** What lists show of a followed company: notes and exchanges stay on its own page. */
export function shownCompany(
	{ row, late, silence, solicitation, ownerName, onlyMailed }: Tracked,
	settings: RallySettings
): ShownCompany {
	const { id, name, sector, commune, state, nextStep, nextStepOn, nextStepNote } = row;
	const { contactName, contactPhone, contactEmail, contactMode } = row;
	return {
		id,
		name,
		sector,
		commune,
		state,
		nextStep,
		nextStepOn,
		nextStepNote,
		late,
		silence,
		restraints: restraintsInWords(solicitation, settings),
		ownerName,
		contactName,
		contactPhone,
		contactEmail,
		contactMode,
		onlyMailed
	};
}
