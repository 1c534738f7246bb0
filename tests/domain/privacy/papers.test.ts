import { expect, test } from 'vitest';
import { privacyPapers, type PrivacyGround } from '$lib/domain/privacy/papers';

const ground: PrivacyGround = { organization: 'MIFE', months: 18, alone: false, services: [], mail: false };
const textOf = (difference: Partial<PrivacyGround> = {}, key?: string) =>
	privacyPapers({ ...ground, ...difference })
		.filter((paper) => !key || paper.key === key)
		.flatMap(({ sections, intro }) => [intro, ...sections.flatMap(({ lines }) => lines)])
		.join('\n');

test('each paper says how long, as the organisation decided, and that it is a draft', () => {
	for (const key of ['register', 'notice', 'assessment']) {
		expect(textOf({}, key)).toMatch(/18 mois après le dernier contact.*décidé par une personne/);
		expect(textOf({ alone: true, months: 36 }, key)).toMatch(/36 mois.*automatique/);
		expect(textOf({}, key)).toContain('faites-le relire');
	}
});

test('a service outside is named only when it is asked, with what leaves for it', () => {
	expect(textOf()).toContain('Aucun service extérieur');
	const told = textOf({ services: [{ name: 'Base adresse', sends: 'une adresse' }] });
	expect(told).toContain('Base adresse : une adresse');
	expect(told).not.toContain('Aucun service extérieur');
	expect(textOf({ mail: true })).toContain('Le serveur de courriel');
});
