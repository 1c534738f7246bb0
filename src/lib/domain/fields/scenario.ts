/** What the fields of a supposition are called. */
export const scenarioFields = {
	name: { label: 'Nom du scénario' },
	companyGone: { label: 'Entreprise en moins' },
	vehicle: { label: 'Véhicule changé ou perdu' },
	seats: { label: 'Ses places' },
	accompanistGone: { label: 'Accompagnateur en moins' },
	absent: { label: 'Personnes absentes' },
	host: { label: 'Entreprise qui recevrait en plus' },
	date: { label: 'Jour' },
	from: { label: 'De' },
	to: { label: 'À' },
	longerDate: { label: 'Journée allongée' },
	longerMinutes: { label: 'Minutes en plus, le soir' }
} as const;
