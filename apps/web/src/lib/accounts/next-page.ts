/**
 * Where to go after signing in: a path of this server, or home. Anything that a browser could read as
 * another host (`//host`, `/\host`) is refused.
 * @param wanted the `next` of the sign-in page's address
 */
export function nextPage(wanted: string | null): string {
  const next = wanted ?? '/';
  return /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
