import { wallClock } from '$lib/domain/clock';
import type { Db } from '../db/client';
import { organizations } from '../db/repositories/organizations';
import { planRuns } from '../db/repositories/plan-runs';
import { plans } from '../db/repositories/plans';
import { rallies } from '../db/repositories/rallies';
import { env } from '../env';
import { giveLinks } from '../use-cases/itinerary-links/give-links';
import { computePlan } from '../use-cases/planning/compute-plan';
import { publishPlan } from '../use-cases/planning/publish-plan';
import { answerAsDemoHosts } from './host-answers';
import { seedPastRally } from './past-rally';
import { federationAccount, seedNetwork } from './network';
import { tellOfDemo } from './publication';
import { supposeInDemo } from './scenario';
import { demoAccounts, DEMO_PASSWORD, seedDemo } from './seed-demo';

/** Proven the best well before on a machine with nothing else to do. */
const SECONDS = 20;

/** Fills an empty database with the demonstration, planned and published, then says how to get in. */
export async function openDemo(db: Db): Promise<void> {
	if ((await organizations(db).count()) === 0) {
		say('Première ouverture : le rallye de démonstration se prépare (une dizaine de secondes)…');
		const editor = demoAccounts[0];
		const now = new Date();
		const { organizationId, rallyId, actor } = await seedDemo(db, wallClock(now).date);
		const run = await planRuns(db).add({
			organizationId,
			rallyId,
			seconds: SECONDS,
			seed: 1,
			createdBy: editor.name
		});
		await computePlan(db, run.id, new AbortController().signal);
		const rally = (await rallies(db).find(rallyId))!;
		await publishPlan(db, rally, { number: 1 }, editor);
		const plan = await plans(db).published(rallyId);
		await giveLinks(db, rally, plan?.teams.map(({ letter }) => letter) ?? [], env().secret, editor);
		await answerAsDemoHosts(db, rally, env().secret, editor);
		await tellOfDemo(db, rally, editor);
		if (plan) await supposeInDemo(db, rally, plan, editor);
		await seedNetwork(db, organizationId, wallClock(now).date);
		await seedPastRally(db, organizationId, actor, now);
	}
	say(`\nÉquipage est prêt : ${env().origin}`);
	for (const { email, says } of [...demoAccounts, federationAccount])
		say(`  ${email}  (${says}), mot de passe : ${DEMO_PASSWORD}`);
	say('Tout y est inventé : personnes, entreprises et structure. Ctrl + C pour arrêter.\n');
}

/** To the person at the terminal, not to the log. */
const say = (line: string) => process.stdout.write(`${line}\n`);
