export * from './figures';
export { findingInWords, findingRemedy } from './findings';
export * from './labels';
export { missingInWords, missingRemedy } from './missing';
export { namesOf, type CharterNames } from './names';
export * from './places';
