import loadHighs from 'highs';

/** One linear solver for a test file: loading it takes a tenth of a second. */
export const highs = await loadHighs();
