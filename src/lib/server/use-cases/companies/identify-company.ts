import { z } from 'zod';
import { fillFrom, type Establishment } from '$lib/domain/establishment';
import type { OutsideFault } from '$lib/domain/outside';
import { err, ok, type Result } from '$lib/domain/result';
import { isSiret, readSiret } from '$lib/domain/siret';
import type { CompanyDirectory } from '../../directory/company-directory';
import { text } from '../../fields';

/** What the form of a company gives to look it up; `pick` is one of the answers of a search by name. */
export const IdentifyForm = z.looseObject({
	pick: text(20),
	siret: text(40),
	name: text(120),
	postcode: text(10)
});

export type Identified =
	| { found: 'one'; establishment: Establishment; filled: ReturnType<typeof fillFrom> }
	| { found: 'several'; choices: Establishment[] }
	| { found: 'none'; by: 'siret' | 'name' };
export type IdentifyFault = { code: 'nothing-to-look-up' } | { code: 'outside'; fault: OutsideFault };

/** Looks a company up by its SIRET, else by its name, and fills the gaps of its form. Nothing is saved. */
export async function identifyCompany(
	directory: CompanyDirectory,
	typed: z.output<typeof IdentifyForm>
): Promise<Result<Identified, IdentifyFault>> {
	const siret = readSiret(typed.pick || typed.siret);
	if (isSiret(siret)) {
		const found = await directory.bySiret(siret);
		if (!found.ok) return err({ code: 'outside', fault: found.error });
		return ok(found.value ? one(found.value, typed) : { found: 'none', by: 'siret' });
	}
	if (typed.name.length < 3) return err({ code: 'nothing-to-look-up' });
	const postcode = /^\d{5}$/.test(typed.postcode) ? typed.postcode : '';
	const list = await directory.byName(typed.name, postcode);
	if (!list.ok) return err({ code: 'outside', fault: list.error });
	return ok(
		list.value.length === 0 ? { found: 'none', by: 'name' } : { found: 'several', choices: list.value }
	);
}

function one(establishment: Establishment, typed: z.output<typeof IdentifyForm>): Identified {
	// Chosen in a list by its name: the name that was typed to find it gives way to the real one.
	const { pick, ...rest } = typed;
	return {
		found: 'one',
		establishment,
		filled: fillFrom(establishment, pick ? { ...rest, name: '' } : rest)
	};
}
