/** The four ways to help of the organizers' leaflet (Ansa 2019, l. 424-427). */
export const commitmentKinds = {
	visit: 'Ouvrir ses portes une heure',
	prize: 'Offrir des lots',
	money: 'Faire un don',
	drivers: 'Prêter des conducteurs (mécénat de compétences)'
} as const;
export type CommitmentKind = keyof typeof commitmentKinds;

export interface Commitment {
	id: string;
	companyId: string;
	kind: CommitmentKind;
	description: string;
	/** Prizes, or people lent. */
	quantity: number | null;
	/** Estimated value of prizes, or the sum given, in cents. */
	valueCents: number | null;
	/** It has been received, or done. */
	honoured: boolean;
}

export interface CommitmentSummary {
	/** Companies that open their doors: confirmed, or committed to it. */
	visits: number;
	prizes: { companies: number; quantity: number; valueCents: number };
	money: { companies: number; valueCents: number; receivedCents: number };
	drivers: { companies: number; quantity: number };
}

/** What companies bring; one that has declined since brings what it still promised, but no visit. */
export function commitmentsOf(
	companies: readonly { id: string; state: string }[],
	commitments: readonly Commitment[]
): CommitmentSummary {
	const known = new Set(companies.map(({ id }) => id));
	const of = (kind: CommitmentKind) =>
		commitments.filter((one) => one.kind === kind && known.has(one.companyId));
	const givers = (all: readonly Commitment[]) => new Set(all.map(({ companyId }) => companyId)).size;
	const sum = (all: readonly Commitment[], read: (one: Commitment) => number) =>
		all.reduce((total, one) => total + read(one), 0);
	const value = ({ valueCents }: Commitment) => valueCents ?? 0;
	const count = ({ quantity }: Commitment) => quantity ?? 1;
	const [prizes, money, drivers] = [of('prize'), of('money'), of('drivers')];
	const declined = new Set(companies.filter(({ state }) => state === 'declined').map(({ id }) => id));
	const hosts = new Set([
		...companies.filter(({ state }) => state === 'confirmed').map(({ id }) => id),
		...of('visit').flatMap(({ companyId }) => (declined.has(companyId) ? [] : [companyId]))
	]);
	return {
		visits: hosts.size,
		prizes: { companies: givers(prizes), quantity: sum(prizes, count), valueCents: sum(prizes, value) },
		money: {
			companies: givers(money),
			valueCents: sum(money, value),
			receivedCents: sum(
				money.filter(({ honoured }) => honoured),
				value
			)
		},
		drivers: { companies: givers(drivers), quantity: sum(drivers, count) }
	};
}

/** 125000 → « 1 250 € », 1050 → « 10,50 € ». */
export const euros = (cents: number): string =>
	new Intl.NumberFormat('fr-FR', {
		style: 'currency',
		currency: 'EUR',
		minimumFractionDigits: cents % 100 === 0 ? 0 : 2
	}).format(cents / 100);
