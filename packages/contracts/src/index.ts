export * from './http.ts';
export * from './notices.ts';
export * from './presence.ts';
export * from './roles.ts';
