import type { Reporter, TestCase } from 'vitest/node';

/** Says, at the end, which tests passed on their second try only: they race, or a fault comes and goes. */
export default class FlakyReporter implements Reporter {
	#flaky: string[] = [];

	onTestCaseResult(test: TestCase) {
		if (test.diagnostic()?.flaky) this.#flaky.push(`${test.module.relativeModuleId} › ${test.fullName}`);
	}

	onTestRunEnd() {
		if (this.#flaky.length === 0) return;
		console.log(`\n  ${this.#flaky.length} au second essai seulement (« flaky ») :`);
		for (const name of this.#flaky) console.log(`    ${name}`);
	}
}
