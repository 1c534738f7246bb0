/** Says, at the end, which tests passed on their second try only: they race, or a fault comes and goes. */
export default class FlakyReporter {
	/** @type {string[]} */
	#flaky = [];

	/** @param {import('vitest/node').TestCase} test */
	onTestCaseResult(test) {
		if (test.diagnostic()?.flaky) this.#flaky.push(`${test.module.relativeModuleId} › ${test.fullName}`);
	}

	onTestRunEnd() {
		if (this.#flaky.length === 0) return;
		console.log(`\n  ${this.#flaky.length} au second essai seulement (« flaky ») :`);
		for (const name of this.#flaky) console.log(`    ${name}`);
	}
}
