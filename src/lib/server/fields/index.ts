/** Bricks of form schemas: what is typed comes as text; what leaves is the domain's type, or a French message. */
export * from './choices';
export * from './declaration';
export * from './euros';
export * from './identifiers';
export * from './numbers';
export { required, text, textOrNull } from './text';
export * from './times';
