export * from './facts';
export * from './judge';
export * from './numbers';
export * from './rule';
export { candidates, enrolled } from './enrolled';
export { possibleTeams } from './team-count';
