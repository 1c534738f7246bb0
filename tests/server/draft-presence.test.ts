import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { arrive, busyWith, Doing, othersIn } from '$lib/server/use-cases/draft/presence';

const page = (name: string) => ({ client: randomUUID(), userId: `u-${name}`, name });

test('everybody sees the others, what they are on, and no longer once they have left', () => {
	const draft = `rally ${randomUUID()}`;
	const [camille, noe] = [page('Camille'), page('Noé')];
	const leave = arrive(draft, camille);
	expect(othersIn(draft, camille.client)).toEqual([]);
	const goes = arrive(draft, noe);
	expect(othersIn(draft, camille.client)).toMatchObject([{ name: 'Noé', selected: null }]);
	busyWith(draft, noe, { selected: { kind: 'visit', id: 'v1' }, holds: true });
	expect(othersIn(draft, camille.client)).toMatchObject([{ selected: { id: 'v1' }, holds: true }]);
	expect(othersIn(`${draft} other`, camille.client)).toEqual([]);
	goes();
	expect(othersIn(draft, camille.client)).toEqual([]);
	leave();
	expect(othersIn(draft, noe.client)).toEqual([]);
});

test('nobody speaks for somebody else’s page, and a page that comes back is not sent away by its old line', () => {
	const draft = `rally ${randomUUID()}`;
	const [camille, noe] = [page('Camille'), page('Noé')];
	const leaves = arrive(draft, camille);
	busyWith(draft, { client: camille.client, userId: noe.userId }, { selected: { kind: 'team', id: 'A' }, holds: false }); // prettier-ignore
	expect(othersIn(draft, noe.client)).toMatchObject([{ selected: null }]);
	arrive(draft, camille);
	leaves();
	expect(othersIn(draft, noe.client)).toHaveLength(1);
	expect(Doing.safeParse({ client: 'x', selected: null, holds: false }).success).toBe(false);
	expect(Doing.safeParse({ client: randomUUID(), selected: { kind: 'plan', id: '' }, holds: false }).success).toBe(false); // prettier-ignore
});
