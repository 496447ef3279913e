import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What of a device a page of ours may ask for: passkeys, and the clipboard for links and tables. */
const permissions = [
  ...['publickey-credentials-get', 'publickey-credentials-create'],
  ...['clipboard-read', 'clipboard-write', 'fullscreen', 'screen-wake-lock'],
].map((feature) => `${feature}=(self)`);
const forbidden = [
  ...['camera', 'microphone', 'display-capture', 'geolocation', 'local-fonts', 'idle-detection'],
  ...['accelerometer', 'gyroscope', 'magnetometer', 'midi', 'usb', 'serial', 'hid'],
  ...['payment', 'autoplay', 'browsing-topics', 'storage-access', 'window-management'],
].map((feature) => `${feature}=()`);

/**
 * Headers for every answer. A page's own content policy, with a nonce, comes from SvelteKit (the csp
 * of apps/web/vite.config.ts) and takes the place of the one here.
 */
export function securityHeaders(https: boolean): readonly RequestHandler[] {
  const common = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        // What scripts and styles a page may load is for the page to say, since it has the nonce.
        defaultSrc: helmet.contentSecurityPolicy.dangerouslyDisableDefaultSrc,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https,
  });
  const permissionsPolicy: RequestHandler = (_req, res, next) => {
    res.set('permissions-policy', [...permissions, ...forbidden].join(', '));
    next();
  };
  return [common, permissionsPolicy];
}

/** An answer that is data is neither kept by anybody nor ever shown as a page. */
export const answersOnly: RequestHandler = (_req, res, next) => {
  res.set({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  next();
};
