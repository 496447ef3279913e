import express, { type Express, type RequestHandler } from 'express';
import type { Storage } from '@parley/storage';
import { apiRoutes, type ApiParts } from './api/api.ts';
import { faultHandler } from './api/fault-handler.ts';
import { healthRoutes } from './health.ts';
import type { Log } from './log.ts';
import { metricsRoute, type MetricsDoor } from './metrics/metrics-route.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Client } from './pages/client.ts';
import { pageGuard } from './pages/page-guard.ts';
import { answersOnly, securityHeaders } from './security-headers.ts';

export interface AppParts extends ApiParts {
  readonly storage: Storage;
  readonly client: Client;
  readonly metrics: Metrics;
  readonly metricsDoor: MetricsDoor;
  readonly log: Log;
}

/** Everything that is answered over HTTP: health and metrics, then the API, then pages behind their guard. */
export function createApp(parts: AppParts): Express {
  const app = express();
  // A proxy on this machine says whom it speaks for; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.set('etag', false);
  app.use(recordRequests(parts.log), ...securityHeaders(parts.origins.own.startsWith('https:')));
  app.use(['/api', '/healthz', '/readyz', '/metrics'], answersOnly);
  app.use(healthRoutes(parts.storage, parts.log), metricsRoute(parts.metrics, parts.metricsDoor));
  app.use(apiRoutes(parts));
  app.use(pageGuard(parts.access, parts.client), parts.client.handler);
  app.use((_req, res) => {
    res.status(404).end();
  });
  app.use(faultHandler(parts.log));
  return app;
}

/** One line per request, at level info, by its route's pattern: a path may hold a secret or a name. */
const recordRequests =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const startedAt = performance.now();
    res.on('finish', () => {
      log.info({
        method: req.method,
        route: patternOf(req.route) ?? 'page',
        status: res.statusCode,
        ms: Math.round(performance.now() - startedAt),
      });
    });
    next();
  };

/** The pattern of the route that matched, which Express leaves untyped; null when none did. */
function patternOf(route: unknown): string | null {
  if (typeof route !== 'object' || route === null || !('path' in route)) return null;
  return typeof route.path === 'string' ? route.path : null;
}
