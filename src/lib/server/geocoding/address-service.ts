import { z } from 'zod';
import { addressKinds, addressOf, type AddressKind, type Located } from '$lib/domain/address';
import type { OutsideFault } from '$lib/domain/outside';
import type { Position } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { checkPosition } from '$lib/geo/place';
import { askJson, askText, shortPatience, usualPatience, type Patience } from '../outside/ask';
import { communes } from './communes';
import { readCsv, writeCsv } from './csv-answer';

export interface AddressToFind {
	address: string;
	postcode: string;
	commune: string;
}
export interface FoundAddress {
	position: Position;
	located: Located;
}

/** A service that knows where the addresses of France are. Null: it knows nothing of this one. */
export interface AddressService {
	host: string;
	find(address: AddressToFind): Promise<Result<FoundAddress | null, OutsideFault>>;
	/** In the order given, one question for all. */
	findAll(addresses: AddressToFind[]): Promise<Result<(FoundAddress | null)[], OutsideFault>>;
}

const Collection = z.object({
	features: z.array(
		z.object({
			geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
			properties: z.object({
				label: z.string(),
				score: z.number(),
				type: z.string(),
				id: z.string().optional().catch(undefined)
			})
		})
	)
});

/** The « Base adresse nationale » through the Géoplateforme, or any server that speaks like addok. */
export function addressService(
	url: string,
	patience: { one: Patience; many: Patience } = {
		one: shortPatience,
		many: { ...usualPatience, seconds: 30 }
	}
): AddressService {
	const base = url.replace(/\/+$/, '');
	return {
		host: new URL(base).host,

		async find(address) {
			const { text, within } = questionOf(address);
			const query = new URLSearchParams({
				q: text,
				index: 'address',
				limit: '1',
				autocomplete: '0',
				...within
			});
			const answered = await askJson({ url: `${base}/search?${query}`, patience: patience.one }, Collection);
			if (!answered.ok) return answered;
			const [feature] = answered.value.features;
			if (!feature) return ok(null);
			const [lon, lat] = feature.geometry.coordinates;
			return ok(found(address, { lon, lat }, feature.properties));
		},

		async findAll(addresses) {
			if (addresses.length === 0) return ok([]);
			const rows = addresses.map((address, i) => {
				const { text, within } = questionOf(address);
				return [String(i), text, within.citycode ?? '', within.postcode ?? ''];
			});
			const form = new FormData();
			const csv = writeCsv([['id', 'q', 'citycode', 'postcode'], ...rows]);
			form.append('data', new Blob([csv], { type: 'text/csv' }), 'adresses.csv');
			form.append('indexes', 'address');
			form.append('columns', 'q');
			form.append('citycode', 'citycode');
			form.append('postcode', 'postcode');
			const answered = await askText({
				url: `${base}/search/csv`,
				method: 'POST',
				headers: { accept: 'text/csv, */*' },
				body: form,
				patience: patience.many
			});
			if (!answered.ok) return answered;
			const told = answersIn(answered.value);
			return told
				? ok(addresses.map((address, i) => told.get(String(i))?.(address) ?? null))
				: err({ code: 'unreadable' });
		}
	};
}

/** Lines that are of no street, and lead the service astray. */
const NOT_A_STREET =
	/\b(BP|CS|TSA)\s?\d+\b|\bcedex(\s\d+)?\b|\b(b[aâ]timent|b[aâ]t\.?|immeuble|[ée]tage|escalier|hall)\s+[\p{L}\d]+\b,?/giu;
/** One INSEE code for us, one for each arrondissement for the service: the postcode tells which. */
const WITH_ARRONDISSEMENTS = new Set(['75056', '69123', '13055']);

/** The words to look for, and the commune to look in when it is known for sure: a CEDEX postcode is of none. */
function questionOf(address: AddressToFind): {
	text: string;
	within: { citycode?: string; postcode?: string };
} {
	const commune = communes().identify(address);
	const street = address.address.replace(NOT_A_STREET, ' ');
	const text = `${street} ${commune?.name ?? address.commune}`
		.replace(/[\s,;]+/g, ' ')
		.trim()
		.slice(0, 200);
	if (!commune) return { text: `${text} ${address.postcode}`.trim(), within: {} };
	if (!WITH_ARRONDISSEMENTS.has(commune.insee)) return { text, within: { citycode: commune.insee } };
	return { text, within: address.postcode ? { postcode: address.postcode } : {} };
}

/** « 07019_0310_00012 », or 36 signs since each address has one of its own. */
const BAN_LENGTH = 60;

interface Told {
	label: string;
	score: number;
	type: string;
	id?: string;
}

function found(
	address: AddressToFind,
	position: Position,
	{ label, score, type, id }: Told
): FoundAddress | null {
	const checked = checkPosition(position);
	if (!checked.ok || !label) return null;
	const kind: AddressKind = Object.hasOwn(addressKinds, type) ? (type as AddressKind) : 'locality';
	const sure = Math.min(1, Math.max(0, score));
	const located: Located = {
		asked: addressOf(address),
		found: label,
		kind,
		score: sure,
		...checked.value,
		...(id && id.length <= BAN_LENGTH && { ban: id })
	};
	return { position: checked.value, located };
}

/** One reading for each line answered, by its id; null when the answer has not the columns awaited. */
function answersIn(csv: string): Map<string, (address: AddressToFind) => FoundAddress | null> | null {
	const [head = [], ...rows] = readCsv(csv);
	const at = (name: string) => head.indexOf(name);
	const columns = ['id', 'longitude', 'latitude', 'result_label', 'result_score', 'result_type'].map(at);
	if (columns.includes(-1)) return null;
	const idAt = at('result_id');
	return new Map(
		rows.map((row) => {
			const [id, lon, lat, label, score, type] = columns.map((column) => row[column] ?? '');
			const position = { lon: lon ? Number(lon) : NaN, lat: lat ? Number(lat) : NaN };
			const told = { label: label!, score: Number(score) || 0, type: type!, id: row[idAt] };
			return [id!, (address) => found(address, position, told)];
		})
	);
}
