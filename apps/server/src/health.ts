import { Router } from 'express';
import type { Storage } from '@parley/storage';
import { fault, type Log } from './log.ts';

/** For the machine that watches over this one: says that it lives and can store, and nothing else. */
export function healthRoutes(storage: Pick<Storage, 'ping'>, log: Log): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/readyz', async (_req, res) => {
    try {
      await storage.ping();
      res.json({ ready: true });
    } catch (error) {
      log.error({ fault: fault(error) }, 'Storage does not answer.');
      res.status(503).json({ ready: false });
    }
  });
  return router;
}
