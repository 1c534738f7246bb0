import { createInsertSchema } from 'drizzle-zod';
import { z } from 'zod';
import { addressKinds } from '$lib/domain/address';
import { companyKinds, companySizes, companyStates, type Slot } from '$lib/domain/company';
import { photoRules, safetyWear, unsuitedFor } from '$lib/domain/hosting';
import { contactModes } from '$lib/domain/mobilisation/contact';
import { precisions } from '$lib/domain/rally';
import { sectors } from '$lib/domain/sector';
import { company } from '../../db/schema';
import * as field from '../../fields';
import { introducedBy } from '../mobilisation/follow-up-form';
import { bookkeeping, pipeline } from '../records/bookkeeping';

const SlotLine = z
	.object({ date: field.date('Choisissez le jour.'), from: field.clockTime(), to: field.clockTime() })
	.refine(({ from, to }) => to > from, { error: 'La fin doit venir après le début.', path: ['to'] });

/** Lines as typed; one left empty is no slot, and a fault is told at its own line. */
const slots = z
	.array(z.record(z.string(), z.unknown()))
	.max(40, { error: 'Quarante créneaux au plus.' })
	.nullish()
	.transform((lines, context): Slot[] => {
		const kept: Slot[] = [];
		(lines ?? []).forEach((line, i) => {
			if (!line || (!line.date && !line.from && !line.to)) return;
			const read = SlotLine.safeParse(line);
			if (read.success) kept.push(read.data);
			else
				for (const { path, message } of read.error.issues)
					context.addIssue({ code: 'custom', message, path: [i, ...path] });
		});
		return kept.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from);
	});

/** The address service's answer, which the form carries along unseen; anything else is no answer. */
const located = z
	.object({
		asked: field.required('', 400),
		found: field.required('', 400),
		kind: field.choice(addressKinds),
		score: z.coerce.number().min(0).max(1),
		lon: z.coerce.number().min(-180).max(180),
		lat: z.coerce.number().min(-90).max(90),
		ban: z.string().min(1).max(60).optional().catch(undefined)
	})
	.nullish()
	.catch(null)
	.transform((answer) => answer ?? null);

/** Wide enough for axes that were exchanged: the use-case then says so. */
const NOT_DEGREES = 'Une coordonnée est un nombre de degrés, par exemple 44,735.';

/** What the company itself may say, on its own page as on the organizer's form. */
export const hostFields = {
	arrivalNote: field.text(600),
	slots,
	visitMinutes: field.wholeOrNull(15, 240),
	teamsAtOnce: field.whole(1, 10),
	peopleAtOnce: field.whole(1, 60),
	visitsMax: field.whole(1, 30),
	requiresIdPaper: field.ticked(),
	minAge: field.wholeOrNull(0, 99),
	stepFree: field.ticked(),
	safetyNote: field.text(300),
	hiring: field.ticked(),
	hiringNote: field.text(300),
	welcomeName: field.text(120),
	welcomePhone: field.phone(),
	entranceLongitude: field.decimalOrNull(-180, 180, NOT_DEGREES),
	entranceLatitude: field.decimalOrNull(-180, 180, NOT_DEGREES),
	parkingNote: field.text(400),
	wear: field.choices(safetyWear),
	wearLent: field.choices(safetyWear),
	unsuited: field.choices(unsuitedFor),
	namesDaysAhead: field.wholeOrNull(1, 60),
	photos: field.choiceOrNull(photoRules),
	tradesShown: field.text(300)
};

/** What the form of a company sends, read into the table's own columns. */
export const CompanyForm = createInsertSchema(company, {
	...hostFields,
	name: field.required('Écrivez le nom de l’entreprise.', 120),
	siret: field.siretOrNull(),
	naf: field.nafOrNull(),
	sector: field.choice(sectors, 'Choisissez le secteur : il sert à varier les visites.'),
	customSector: field.textOrNull(60),
	size: field.choiceOrNull(companySizes),
	kind: field.choice(companyKinds),
	state: field.choice(companyStates),
	address: field.text(200),
	postcode: field.postcode(),
	commune: field.text(80),
	longitude: field.decimalOrNull(-180, 180, NOT_DEGREES),
	latitude: field.decimalOrNull(-180, 180, NOT_DEGREES),
	precision: field.choiceOrNull(precisions),
	located,
	contactName: field.text(120),
	contactRole: field.text(120),
	contactPhone: field.phone(),
	contactEmail: field.email(),
	contactMode: field.choiceOrNull(contactModes),
	romeCodes: field.romeCodes(),
	openingHours: field.openingHours(),
	acceslibre: field.acceslibre(),
	visitsMin: field.whole(0, 30),
	turnaroundMinutes: field.whole(0, 240)
})
	.omit({ ...bookkeeping, ...pipeline })
	.refine(({ visitsMin, visitsMax }) => visitsMin <= visitsMax, {
		error: 'Le plus de visites doit être au moins égal au moins de visites.',
		path: ['visitsMax']
	});

export type CompanyInput = z.output<typeof CompanyForm>;

/** What a line of a file may say besides, which on screen is typed where companies are mobilised. */
export const ImportedCompanyForm = CompanyForm.safeExtend({ introducedBy: introducedBy() });
