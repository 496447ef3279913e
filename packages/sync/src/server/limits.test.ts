import { expect, test } from 'vitest';
import { closeCodes } from '../close-codes.ts';
import {
  documentId,
  ourClient,
  stockClient,
  whenSaved,
  whenState,
  whenText,
} from '../testing/clients.ts';
import { rawClient, refusedStatus } from '../testing/raw-client.ts';
import { openStore, startServer } from '../testing/start.ts';

test.each([
  ['a server', { maxConnections: 2 }],
  ['a document', { maxConnectionsPerDocument: 2 }],
])(
  'R10: who would be one too many for %s comes in as soon as somebody leaves',
  async (_for, limits) => {
    const { url, events } = await startServer(openStore(), { limits });
    const anna = ourClient(url, 'anna');
    const badr = ourClient(url, 'badr');
    await Promise.all([whenSaved(anna), whenSaved(badr)]);

    const carla = ourClient(url, 'carla');
    await whenState(carla, ({ closeCode }) => closeCode === closeCodes.tryLater);
    expect(carla.provider.state.connection).toBe('offline');
    expect((await refusedStatus(`${url}/${documentId}?as=dora`)).status).toBe(503);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'connection-refused', why: 'too many connections' }),
    );
    anna.provider.disconnect();
    await whenSaved(carla);
  },
);

test('R10: a full document does not keep people out of the others', async () => {
  const { url } = await startServer(openStore(), { limits: { maxConnectionsPerDocument: 1 } });
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const other = await rawClient(`${url}/other`, 'as=badr&receipts=1');
  await other.frame(() => true);
});

test('R10: a document grows up to its limit; what is there can be read and taken away', async () => {
  const { url, sync } = await startServer(openStore(), { limits: { maxDocumentBytes: 2_000 } });
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.text.insert(0, 'a'.repeat(1_500));
  await Promise.all([whenSaved(anna), whenText(badr.doc, 'a'.repeat(1_500))]);

  badr.text.insert(0, 'b'.repeat(1_000));
  await whenState(badr, ({ connection }) => connection === 'refused');
  expect(badr.provider.state.closeCode).toBe(closeCodes.tooLarge);

  anna.text.delete(0, 1_400);
  await whenSaved(anna);
  const carla = stockClient(url, 'carla');
  await whenText(carla.doc, 'a'.repeat(100));
  await sync.transact(documentId, (doc) => doc.getText('notes').insert(0, 's'.repeat(2_000)));
  await whenText(carla.doc, 's'.repeat(2_000) + 'a'.repeat(100));
});

test('R10: what was written over does not fill a document', async () => {
  const { url, sync } = await startServer(openStore(), { limits: { maxDocumentBytes: 4_000 } });
  const anna = ourClient(url, 'anna');
  await whenSaved(anna);
  const name = anna.doc.getMap('actor');
  for (let change = 0; change < 30; change += 1) {
    name.set('name', `${change} `.repeat(200));
    await whenSaved(anna);
  }
  expect(sync.stats().compactions).toBeGreaterThan(5);
});
