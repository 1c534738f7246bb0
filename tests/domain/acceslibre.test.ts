import { expect, test } from 'vitest';
import { readAcceslibre } from '$lib/domain/acceslibre';

const page = 'https://acceslibre.beta.gouv.fr/app/07-aubenas/a/boulangerie/erp/le-four/';

test('only a page of Acceslibre is one, whatever is pasted around it', () => {
	for (const typed of [
		page,
		` ${page}?utm=x#carte`,
		page.replace('https', 'http'),
		page.replace('https://', '')
	])
		expect(readAcceslibre(typed), typed).toBe(page);
	for (const typed of [
		'https://acceslibre.beta.gouv.fr/',
		'https://acceslibre.beta.gouv.fr.exemple.fr/app/a/',
		'https://exemple.fr/https://acceslibre.beta.gouv.fr/app/a/',
		'https://acceslibre.beta.gouv.fr/app/../../mentions',
		'https://acceslibre.beta.gouv.fr/app/<script>',
		'javascript:alert(1)//acceslibre.beta.gouv.fr/app/a',
		''
	])
		expect(readAcceslibre(typed), typed).toBeNull();
});
