import { pages, type PageName } from '@parley/contracts';
import type { RequestHandler } from 'express';
import type { Access } from '../access/index.ts';
import type { Client } from './client.ts';

/** The pages that somebody without a session needs to get one, or to read that something is over. */
const openPages: ReadonlySet<string> = new Set(
  // The keys of the table.
  (Object.keys(pages) as PageName[]).filter((page) => pages[page] === 'nothing'),
);

/**
 * No page answers without a session: it leads to /sign-in, which leads back. Free are the pages that
 * need nothing by the table of contracts, and the files that pages are made of.
 */
export const pageGuard =
  (access: Access, client: Client): RequestHandler =>
  async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.status(405).set('allow', 'GET, HEAD').end();
      return;
    }
    // Read as the page handler reads it, so that `/_app/../x` is x for both.
    const address = `http://localhost${req.originalUrl}`;
    if (!URL.canParse(address)) {
      res.status(400).end();
      return;
    }
    const { pathname } = new URL(address);
    const isAsset = client.isAsset(pathname);
    if (!isAsset) res.set('cache-control', 'no-store');
    const isOpen = isAsset || openPages.has(pathname.replace(/(?<=.)\/$/, ''));
    if (isOpen || (await access.resolveSession(req.headers)) !== null) {
      next();
      return;
    }
    // A path of ours begins with one slash; two would name another host.
    const back = /^\/(?![/\\])/.test(req.originalUrl) ? encodeURIComponent(req.originalUrl) : '%2F';
    res.redirect(303, `/sign-in?next=${back}`);
  };
