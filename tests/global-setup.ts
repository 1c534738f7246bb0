/** Prepares what every test file shares. */
export default async function setup() {}
