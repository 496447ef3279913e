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
import { emptyProcess, exampleProcess } from '../processes/seeds.ts';
import type { ProcessSeed } from '../processes/seeds.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { patterns } from './patterns.ts';
import { refuse } from './refusal.ts';
import { sessionOf } from './signed-in.ts';
import { processSummaries } from './summaries.ts';

export function processRoutes(parts: ApiParts): Router {
  const { registry, live } = parts;
  const router = Router();

  const processesOf = async (session: Session): Promise<ProcessSummary[]> =>
    processSummaries(await registry.spacesOf(session.person.id));

  const processOf = async (session: Session, id: unknown): Promise<ProcessSummary | null> =>
    (await processesOf(session)).find((process) => process.id === id) ?? null;

  const make = async (session: Session, seed: ProcessSeed) => {
    const id = await createProcess(parts, session.person.id, seed);
    return { process: await processOf(session, id) };
  };

  router.get(paths.processes, async (_req, res) => {
    res.json({ processes: await processesOf(sessionOf(res)) });
  });

  router.post(paths.processes, async (req, res) => {
    const session = sessionOf(res);
    if (session.person.kind !== 'account') return refuse(res, 'not-allowed');
    const body = readBody(CreateProcessRequest, req, res);
    if (body === null) return;
    res.status(201).json(await make(session, emptyProcess(body.title)));
  });

  router.post(paths.examples, async (req, res) => {
    const session = sessionOf(res);
    if (session.person.kind !== 'account') return refuse(res, 'not-allowed');
    const body = readBody(CreateExampleRequest, req, res);
    if (body === null) return;
    res.status(201).json(await make(session, exampleProcess(body.example)));
  });

  router.patch(patterns.process, async (req, res) => {
    const session = sessionOf(res);
    const process = await processOf(session, req.params.processId);
    if (process === null) return refuse(res, 'not-found');
    // The title belongs to the process: the right to change it in any of its spaces is enough.
    if (!process.spaces.some((space) => may('rename', space.role, space.capability))) {
      return refuse(res, 'not-allowed');
    }
    const body = readBody(RenameProcessRequest, req, res);
    if (body === null) return;
    const { title } = body;
    if (!(await registry.renameProcess(process.id, title))) return refuse(res, 'not-found');
    const by = session.person.name;
    live.toProcess(process.id, { kind: 'process-renamed', processId: process.id, title, by });
    res.json({ process: { ...process, title } });
  });

  return router;
}
