/**
 * Every page, by the name of its route, and what the server asks before it sends the page's frame:
 * nothing, or a session. The frame is the same for everybody and holds nothing of anybody; what a
 * page shows comes through the doors of doors.ts. A page without a row here is not built.
 */
export const pages = {
  '/': 'session',
  '/account': 'session',
  '/ended': 'nothing',
  '/join': 'nothing',
  '/p/[process]/[space]': 'session',
  '/p/[process]/[space]/actors': 'session',
  '/p/[process]/[space]/agenda': 'session',
  '/p/[process]/[space]/participants': 'session',
  '/p/[process]/[space]/process': 'session',
  '/reset': 'nothing',
  '/set-up': 'nothing',
  '/sign-in': 'nothing',
  '/waiting': 'session',
} as const satisfies Readonly<Record<`/${string}`, 'nothing' | 'session'>>;

export type PageName = keyof typeof pages;

/**
 * Compares the pages that there are with the table; run by the build.
 * @throws Error when a page has no row, or a row no page
 */
export function requireRows(routes: readonly string[]): void {
  const without = routes.filter((route) => !Object.hasOwn(pages, route));
  const gone = Object.keys(pages).filter((page) => !routes.includes(page));
  if (without.length + gone.length === 0) return;
  throw new Error(
    'Pages and packages/contracts/src/pages.ts do not agree: ' +
      `without a row: ${without.join(', ') || 'none'}; without a page: ${gone.join(', ') || 'none'}.`,
  );
}
