import type { Client } from '../pages/client.ts';

/** In place of the built client, which these tests are not about: a page and one asset. */
export const plainClient: Client = {
  handler: (req, res) => {
    res.type('html').send(`<p>The page ${encodeURI(req.path)}</p>`);
  },
  isAsset: (path) => path.startsWith('/_app/'),
};
