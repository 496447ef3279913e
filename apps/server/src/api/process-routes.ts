import {
  CreateExampleRequest,
  CreateProcessRequest,
  RenameProcessRequest,
  may,
  paths,
  type ProcessSummary,
} from '@parley/contracts';
import { Router } from 'express';
import type { Session } from '../access/index.ts';
import { createProcess } from '../processes/create-process.ts';
import { emptyProcess, exampleProcess, type ProcessSeed } from '../processes/seeds.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { patterns } from './patterns.ts';
import { endpoint, refusal, type Reply } from './reply.ts';
import { sessionOf } from './signed-in.ts';
import { processSummaries } from './summaries.ts';

/** Processes: the asker's own, new ones, and their names. */
export function processRoutes(parts: ApiParts): Router {
  const { registry, live } = parts;
  const router = Router();

  const processesOf = async (session: Session): Promise<ProcessSummary[]> =>
    processSummaries(await registry.spacesOf(session.person.id));

  const processOf = async (session: Session, id: unknown): Promise<ProcessSummary | undefined> =>
    (await processesOf(session)).find((process) => process.id === id);

  const make = async (session: Session, seed: ProcessSeed): Promise<Reply> => {
    const id = await createProcess(parts, session.person.id, seed);
    return { status: 201, body: { process: await processOf(session, id) } };
  };

  router.get(
    paths.processes,
    endpoint(async (req) => ({
      status: 200,
      body: { processes: await processesOf(sessionOf(req)) },
    })),
  );

  router.post(
    paths.processes,
    endpoint(async (req) => {
      const session = sessionOf(req);
      if (session.person.kind !== 'account') return refusal('not-allowed');
      const body = readBody(CreateProcessRequest, req);
      return body.ok ? make(session, emptyProcess(body.value.title)) : body.refusal;
    }),
  );

  router.post(
    paths.examples,
    endpoint(async (req) => {
      const session = sessionOf(req);
      if (session.person.kind !== 'account') return refusal('not-allowed');
      const body = readBody(CreateExampleRequest, req);
      return body.ok ? make(session, exampleProcess(body.value.example)) : body.refusal;
    }),
  );

  router.patch(
    patterns.process,
    endpoint(async (req) => {
      const session = sessionOf(req);
      const process = await processOf(session, req.params.processId);
      if (!process) return refusal('not-found');
      // The title belongs to the process: the right to change it in any of its spaces is enough.
      if (!process.spaces.some((space) => may('rename', space.role, space.capability))) {
        return refusal('not-allowed');
      }
      const body = readBody(RenameProcessRequest, req);
      if (!body.ok) return body.refusal;
      const { title } = body.value;
      if (!(await registry.renameProcess(process.id, title))) return refusal('not-found');
      const by = session.person.name;
      live.toProcess(process.id, { kind: 'process-renamed', processId: process.id, title, by });
      return { status: 200, body: { process: { ...process, title } } };
    }),
  );

  return router;
}
