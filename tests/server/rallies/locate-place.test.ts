import { beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '$lib/domain/result';
import { locatePlace } from '../../../src/routes/(organizer)/rallyes/[rally]/entreprises/look-up';

const find = vi.hoisted(() => vi.fn());
vi.mock('$lib/server/outside/services', () => ({
	servicesOutside: () => ({ directory: null, addresses: { host: 'adresses.exemple.fr', find } })
}));
beforeEach(() => find.mockReset());

const typed = {
	title: 'Rallye',
	'meetingPoint.address': '1 place de la Mairie',
	'meetingPoint.postcode': '07200',
	'meetingPoint.commune': 'Aubenas',
	'closing.date': '2027-06-10',
	'closing.place.label': 'Salle des fêtes',
	'closing.place.commune': 'Vals-les-Bains',
	version: '3'
};
const answer = async (which: 'meetingPoint' | 'closing', fields: Record<string, string> = typed) => {
	const body = new URLSearchParams(fields);
	const request = new Request('http://localhost/', { method: 'POST', body });
	return (await locatePlace(which)({ request } as never)) as unknown as Record<string, unknown>;
};
const found = (kind: string, score: number) =>
	ok({
		position: { lon: 4.39, lat: 44.62 },
		located: { asked: '', found: '1 Place de la Mairie 07200 Aubenas', kind, score, lon: 4.39, lat: 44.62 }
	});

test('the meeting point is situated, all that was typed kept, nothing saved', async () => {
	find.mockResolvedValue(found('housenumber', 0.96));
	const shown = await answer('meetingPoint');
	expect(find).toHaveBeenCalledWith({
		address: '1 place de la Mairie',
		postcode: '07200',
		commune: 'Aubenas'
	});
	expect(shown).toMatchObject({
		said: { tone: 'good' },
		version: 3,
		typed: {
			title: 'Rallye',
			meetingPoint: {
				address: '1 place de la Mairie',
				position: { lon: 4.39, lat: 44.62 },
				precision: 'address'
			},
			closing: { date: '2027-06-10', place: { label: 'Salle des fêtes' } }
		}
	});
});

test('the place of the closing, known by its commune only, is to be confirmed', async () => {
	find.mockResolvedValue(found('municipality', 0.9));
	expect(await answer('closing')).toMatchObject({
		said: { tone: 'warn' },
		typed: { closing: { date: '2027-06-10', place: { label: 'Salle des fêtes', precision: 'commune', position: { lon: 4.39 } } } } // prettier-ignore
	});
});

test('nothing typed, nothing found or no answer: said, and nothing is lost', async () => {
	expect(await answer('meetingPoint', { title: 'Rallye' })).toMatchObject({ said: { words: 'Écrivez l’adresse, ou au moins la commune.' }, typed: { title: 'Rallye' } }); // prettier-ignore
	find.mockResolvedValue(ok(null));
	expect(await answer('closing')).toMatchObject({ said: { tone: 'warn' }, typed: { title: 'Rallye' } });
	find.mockResolvedValue(err({ code: 'unreachable' }));
	expect(((await answer('closing')).said as { words: string }).words).toContain('Posez le repère à la main');
});
