export * from './auth';
export * from './change';
export * from './company';
export * from './imports';
export * from './people';
export * from './plan';
export * from './rally';
export * from './travel';
