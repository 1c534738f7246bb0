import fc from 'fast-check';

/**
 * Properties draw the same cases each time, so that a change is judged on its own; `FC_SEED=random` draws others, to
 * hunt, and a number draws those of a report.
 */
const asked = process.env.FC_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 2018) });
