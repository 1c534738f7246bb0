import {
	createCipheriv,
	createDecipheriv,
	createHash,
	createPrivateKey,
	createPublicKey,
	hkdfSync,
	randomBytes,
	scrypt,
	sign,
	verify
} from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { err, ok, type Result } from '$lib/domain/result';

/**
 * A rally as one file that another installation opens: a readable head, then everything in one encrypted body
 * (gzip, AES-256-GCM, key by scrypt from a passphrase), the whole signed with the installation's Ed25519 key. The
 * signature tells that the file is whole and who made it; the passphrase, who may read it.
 */
const Head = z.object({
	equipage: z.literal('archive'),
	format: z.literal(1),
	/** ISO instant. */
	made: z.iso.datetime(),
	organization: z.string().max(300),
	rally: z.string().max(300),
	/** First day of the programme; empty before it is chosen. */
	first: z.string().max(10)
});
export type ArchiveHead = Omit<z.output<typeof Head>, 'equipage' | 'format'>;

const Box = Head.extend({
	/** SPKI, DER, base64. */
	signer: z.base64().max(200),
	salt: z.base64().max(100),
	nonce: z.base64().max(100),
	tag: z.base64().max(100),
	body: z.base64(),
	signature: z.base64().max(200)
});

/** What an archive may hold once opened, bytes: a small file must not fill the memory. */
const LARGEST = 200 * 1024 * 1024;
/** 64 MiB and about a tenth of a second. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const scryptKey = promisify<string, Buffer, number, object, Buffer>(scrypt as never);

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The installation's own key, always the same for one secret. */
function signingKey(secret: string) {
	const seed = Buffer.from(hkdfSync('sha256', secret, '', 'equipage archive signature', 32));
	return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
}

/** Twelve characters that two people can compare on the telephone. */
export const fingerprint = (signer: string): string =>
	createHash('sha256')
		.update(Buffer.from(signer, 'base64'))
		.digest('hex')
		.slice(0, 12)
		.replace(/(.{4})(?=.)/g, '$1 ');

export const ownFingerprint = (secret: string): string => fingerprint(publicKeyOf(secret));

const publicKeyOf = (secret: string): string =>
	createPublicKey(signingKey(secret)).export({ format: 'der', type: 'spki' }).toString('base64');

const signedBytes = ({ signature: _signature, ...rest }: z.output<typeof Box>): Buffer =>
	Buffer.from(JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));

export async function closeBox(
	head: ArchiveHead,
	content: unknown,
	passphrase: string,
	secret: string
): Promise<Uint8Array<ArrayBuffer>> {
	const [salt, nonce] = [randomBytes(16), randomBytes(12)];
	const cipher = createCipheriv('aes-256-gcm', await scryptKey(passphrase, salt, 32, COST), nonce);
	const zipped = await promisify(gzip)(Buffer.from(JSON.stringify(content)));
	const body = Buffer.concat([cipher.update(zipped), cipher.final()]);
	const box = {
		equipage: 'archive' as const,
		format: 1 as const,
		...head,
		signer: publicKeyOf(secret),
		salt: salt.toString('base64'),
		nonce: nonce.toString('base64'),
		tag: cipher.getAuthTag().toString('base64'),
		body: body.toString('base64'),
		signature: ''
	};
	const signature = sign(null, signedBytes(box), signingKey(secret)).toString('base64');
	return new Uint8Array(Buffer.from(JSON.stringify({ ...box, signature })));
}

export type BoxFault =
	/** Not an archive, cut or changed. */
	{ code: 'not-an-archive' } | { code: 'altered' } | { code: 'wrong-passphrase' } | { code: 'newer-format' };

export interface OpenedBox {
	head: ArchiveHead;
	signer: string;
	content: unknown;
}

export async function openBox(bytes: Uint8Array, passphrase: string): Promise<Result<OpenedBox, BoxFault>> {
	const read = readJson(bytes);
	if (isNewer(read)) return err({ code: 'newer-format' });
	const parsed = Box.safeParse(read);
	if (!parsed.success) return err({ code: 'not-an-archive' });
	const box = parsed.data;
	if (!isSigned(box)) return err({ code: 'altered' });
	const bytesOf = (text: string) => Buffer.from(text, 'base64');
	try {
		const key = await scryptKey(passphrase, bytesOf(box.salt), 32, COST);
		const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(box.nonce)).setAuthTag(bytesOf(box.tag));
		const zipped = Buffer.concat([decipher.update(bytesOf(box.body)), decipher.final()]);
		const text = await promisify(gunzip)(zipped, { maxOutputLength: LARGEST });
		const { made, organization, rally, first } = box;
		return ok({
			head: { made, organization, rally, first },
			signer: fingerprint(box.signer),
			content: JSON.parse(text.toString())
		});
	} catch {
		// The signature holds: nothing but the passphrase can be wrong.
		return err({ code: 'wrong-passphrase' });
	}
}

function isSigned(box: z.output<typeof Box>): boolean {
	try {
		const key = createPublicKey({ key: Buffer.from(box.signer, 'base64'), format: 'der', type: 'spki' });
		return key.asymmetricKeyType === 'ed25519' && verify(null, signedBytes(box), key, Buffer.from(box.signature, 'base64')); // prettier-ignore
	} catch {
		return false;
	}
}

function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}

const isNewer = (read: unknown): boolean =>
	typeof read === 'object' &&
	read !== null &&
	(read as { equipage?: unknown }).equipage === 'archive' &&
	Number((read as { format?: unknown }).format) > 1;
