import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_LOGO, readPictureHead } from '$lib/domain/network/logo';
import type { Database, Db } from '$lib/server/db/client';
import { logos } from '$lib/server/db/repositories/logos';
import { networkStanding } from '$lib/server/db/repositories/network-standing';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { readPicture } from '$lib/server/pictures/read-picture';
import { readAfterwards } from '$lib/server/use-cases/fidelity/read-afterwards';
import { ownLogo, rallyLogo } from '$lib/server/use-cases/logos/rally-logo';
import { removeLogo, saveLogo } from '$lib/server/use-cases/logos/save-logo';
import { printRallyPoster } from '$lib/server/use-cases/printing/print-paper';
import { backends, freshDatabase } from '../../databases';
import { readPdf } from '../../documents/pdf';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const chunk = (name: string, body: Uint8Array): Buffer => {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
	const out = Buffer.alloc(8 + named.length);
	out.writeUInt32BE(body.length, 0);
	named.copy(out, 4);
	out.writeUInt32BE(crc32(named), 4 + named.length);
	return out;
};
/** A plain picture with an alpha channel. */
function aPng({ width = 200, height = 80, depth = 8, interlaced = 0, rows = 0 } = {}): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([depth, 6, 0, 0, interlaced], 8);
	const row = Buffer.alloc(1 + width * 4, 0x7f);
	row[0] = 0;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: rows || height }, () => row)))),
		chunk('IEND', Buffer.alloc(0))
	]);
}
/** As far as a JPEG is read here: its frame, a scan, its end. */
const aJpeg = (width = 200, height = 80) =>
	Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9]); // prettier-ignore

describe('a picture', () => {
	test('is known by its bytes, with its size', () => {
		expect(readPicture(aPng())).toEqual({ ok: true, value: { type: 'png', width: 200, height: 80 } });
		expect(readPicture(aJpeg())).toEqual({ ok: true, value: { type: 'jpeg', width: 200, height: 80 } });
	});

	test.each([
		['a page with a picture’s name', Buffer.from('<svg onload="alert(1)"/>'), 'not-a-picture'],
		['nothing', Buffer.alloc(0), 'not-a-picture'],
		['more than 1 MB', Buffer.concat([aPng(), Buffer.alloc(LARGEST_LOGO)]), 'too-heavy'],
		['a few pixels', aPng({ width: 8, height: 3 }), 'too-small'],
		['a huge one', aJpeg(5000, 2000), 'too-large'],
		['a line', aPng({ width: 2000, height: 80 }), 'too-long'],
		['an interlaced one', aPng({ interlaced: 1 }), 'interlaced'],
		['16 bits', aPng({ depth: 16 }), 'sixteen-bits'],
		['rows that are missing', aPng({ rows: 12 }), 'damaged'],
		['more rows than it says, as a bomb has', aPng({ rows: 5000 }), 'damaged'],
		['a PNG cut short', aPng().subarray(0, 60), 'damaged'],
		['a JPEG cut short', aJpeg().subarray(0, 26), 'damaged']
	])('%s is refused', (_, bytes, code) => {
		expect(readPicture(bytes)).toEqual({ ok: false, error: { code } });
	});

	test('any byte of a PNG changed is found, or leaves it whole', () => {
		const png = aPng({ width: 60, height: 60 });
		for (let at = 8; at < png.length; at += 3) {
			const spoilt = Buffer.from(png);
			spoilt[at] = spoilt[at]! ^ 0x55;
			expect(readPicture(spoilt).ok).toBe(false);
		}
		expect(readPictureHead(png).ok).toBe(true);
	});
});

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = await aStoredRally(db);
	});
	afterAll(() => database.close());

	const decide = (state: 'granted' | 'withdrawn', heldFrom: string) =>
		networkStanding(db).decide({ organizationId: rally.organizationId, state, reason: '', heldFrom, by: 'Réseau' }); // prettier-ignore
	const alts = async () => (await readPdf((await printRallyPoster(db, rally, 'a4'))!)).alts;

	test('two people who give one at once do not overwrite each other', async () => {
		const org = rally.organizationId;
		const first = { kind: 'rally', version: 0, bytes: aPng() } as const;
		expect(await saveLogo(db, org, { ...first, bytes: Buffer.from('GIF89a') }, claire)).toMatchObject({ error: { code: 'not-a-picture' } }); // prettier-ignore
		value(await saveLogo(db, org, first, claire));
		expect(await saveLogo(db, org, first, driss)).toEqual({ ok: false, error: { code: 'edited-meanwhile' } });
		value(await saveLogo(db, org, { ...first, version: 1, bytes: aJpeg() }, driss));
		expect(await removeLogo(db, org, { kind: 'rally', version: 1 })).toMatchObject({ ok: false });
		value(await saveLogo(db, org, { ...first, version: 2 }, claire));
		expect(await logos(db, org).list()).toMatchObject([{ kind: 'rally', type: 'png', version: 3, updatedBy: 'Claire' }]); // prettier-ignore
	});

	test('it is printed while the right is granted, and no longer; nobody else’s is', async () => {
		const org = rally.organizationId;
		const logoSaid = async () => (await readAfterwards(db, rally, '2027-06-20', new Date())).logo;
		expect(await rallyLogo(db, org)).toBeNull();
		expect(await logoSaid()).toBe(false);
		expect(await alts()).toEqual([]);

		await decide('granted', '2020-01-01');
		expect(Buffer.from((await rallyLogo(db, org))!).equals(aPng())).toBe(true);
		expect(await logoSaid()).toBe(true);
		expect(await alts()).toEqual(['Rallye pour l’emploi']);

		value(
			await saveLogo(db, org, { kind: 'own', version: 0, bytes: aPng({ width: 90, height: 90 }) }, claire)
		);
		expect(await alts()).toHaveLength(2);
		expect(await rallyLogo(db, 'another')).toBeNull();

		await decide('withdrawn', '2021-01-01');
		expect(await rallyLogo(db, org)).toBeNull();
		// Its own asks nobody's leave.
		expect(await ownLogo(db, org)).not.toBeNull();
		expect(await alts()).toHaveLength(1);
	});
});
