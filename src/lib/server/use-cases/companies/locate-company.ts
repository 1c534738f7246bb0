import { z } from 'zod';
import { precisionOf, toConfirm, type Located } from '$lib/domain/address';
import type { OutsideFault } from '$lib/domain/outside';
import type { Precision } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { postcode, text } from '../../fields';
import type { AddressService, FoundAddress } from '../../geocoding/address-service';

/** What the form of a company gives to be situated; the rest of the form comes along unread. */
export const LocateForm = z.looseObject({ address: text(200), postcode: postcode(), commune: text(80) });

export interface Situated {
	longitude: number;
	latitude: number;
	precision: Precision;
	located: Located;
}

export const situated = ({ position, located }: FoundAddress): Situated => ({
	longitude: position.lon,
	latitude: position.lat,
	precision: precisionOf(located),
	located
});

export type LocateFault = { code: 'no-address' } | { code: 'outside'; fault: OutsideFault };

/** Asks where an address is. Nothing is saved. Null: the service knows nothing of it. */
export async function locateCompany(
	service: AddressService,
	typed: z.output<typeof LocateForm>
): Promise<Result<Situated | null, LocateFault>> {
	if (!typed.address && !typed.commune) return err({ code: 'no-address' });
	const answered = await service.find(typed);
	if (!answered.ok) return err({ code: 'outside', fault: answered.error });
	return ok(answered.value && situated(answered.value));
}

export const isDoubtful = ({ precision }: Situated): boolean => toConfirm(precision);
