import { describe, expect, it } from 'vitest';
import { anchors } from '../../src/lib/domain/fidelity/anchors';
import type { GridRow } from '../../src/lib/domain/fidelity/grid';
import { principleKeys, principles } from '../../src/lib/domain/fidelity/principles';
import { fidelitySheet, type FidelityInput } from '../../src/lib/server/documents/fidelity/content';
import { printFidelity } from '../../src/lib/server/documents/fidelity/draw';
import { aRally } from '../builders';
import { plain, readPdf } from './pdf';

const at = new Date('2027-07-01T08:00:00Z');
const rows: GridRow[] = principleKeys.map((principle) => ({
	principle,
	...principles[principle],
	anchors: anchors[principle],
	proposal: { level: '3', basis: 'done', says: ['Trois personnes sur quatre'], places: [] },
	proposed: '3',
	own: principle === 'mix' ? 'ne' : null,
	federation: principle === 'mix' ? '4' : null,
	comment: principle === 'mix' ? 'Peu d’hommes inscrits' : '',
	scores: {
		organizer: null,
		federation: principle === 'mix' ? { level: '4', comment: 'Vu ensemble', by: 'Zoé', at, version: 1 } : null
	},
	derogations: []
}));
const derogation = {
	...{ id: 'd', kind: 'rule' as const, subject: 'R05', covers: [], reason: 'Deux fratries, 32 personnes' },
	...{ number: 3, by: 'Claire Martin', at, withdrawnBy: null, withdrawnAt: null }
};
const input: FidelityInput = {
	rally: aRally(),
	rows,
	derogations: [
		derogation,
		{ ...derogation, id: 'e', reason: 'Reprise depuis', withdrawnAt: at, withdrawnBy: 'Claire' }
	],
	titles: { R05: 'Nombre de participants' },
	now: at
};

describe('the fidelity grid on paper', () => {
	it('holds nineteen rows under seven headings, both answers and both comments', () => {
		const sheet = fidelitySheet(input);
		expect(sheet.sections).toHaveLength(7);
		const lines = sheet.sections.flatMap((section) => section.rows);
		expect(lines).toHaveLength(19);
		expect(lines[14]).toMatchObject({ proposed: '3', own: 'n.e.', federation: '4' });
		expect(plain(lines[14]!.comment)).toBe('Peu d’hommes inscrits Fédération : Vu ensemble');
		expect(lines[0]).toMatchObject({ own: '–', federation: '–', comment: '' });
	});

	it('prints derogations that stand with reason, author and date, and no count behind a level', async () => {
		const { text, lang, tags } = await readPdf(await printFidelity(fidelitySheet(input)));
		const said = plain(text);
		for (const words of [
			'R05 Nombre de participants',
			'Deux fratries, 32 personnes',
			'Claire Martin, 1er juillet 2027'
		])
			expect(said).toContain(words);
		expect(said).not.toMatch(/Reprise depuis|Trois personnes|undefined|null/);
		expect(said).not.toMatch(/moyenne\s*:|total\s*:/i);
		expect(lang).toBe('fr-FR');
		expect(tags).toContain('Table');
	});

	it('prints the same bytes twice', async () => {
		const [one, two] = await Promise.all([1, 2].map(() => printFidelity(fidelitySheet(input))));
		expect(one).toEqual(two);
	});
});
