import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { carrierNetworks } from '$lib/domain/carrier-networks/networks';
import { publicLabels } from '$lib/domain/counting/public';
import { outcomeLabels } from '$lib/domain/measure/outcomes';
import { fundingStates, partnerCategories, partnerRoles } from '$lib/domain/partner';
import { partner } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of a partner sends, read into the table's own columns. */
export const PartnerForm = createInsertSchema(partner, {
	name: field.required('Écrivez le nom du partenaire.', 120),
	category: field.choice(partnerCategories, 'Choisissez la catégorie.'),
	roles: field.choices(partnerRoles),
	contactName: field.text(120),
	phone: field.phone(),
	email: field.email(),
	invitedToClosing: field.ticked(),
	carrierNetworks: field.choices(carrierNetworks),
	targetPublic: field.choiceOrNull(publicLabels),
	targetCount: field.wholeOrNull(1, 999),
	countsSiae: field.ticked(),
	fundingState: field.choiceOrNull(fundingStates),
	promisedCents: field.eurosOrNull(),
	grantedCents: field.eurosOrNull(),
	callReference: field.text(200),
	bilanDueOn: field.dateOrNull(),
	bilanFormat: field.text(300),
	solutions: field.choices(outcomeLabels)
}).omit(bookkeeping);

export type PartnerInput = z.output<typeof PartnerForm>;
