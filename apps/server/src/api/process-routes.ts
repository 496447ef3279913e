import {
  CreateExampleRequest,
  CreateProcessRequest,
  RenameProcessRequest,
  type ProcessSummary,
} from '@parley/contracts';
import type { Session } from '../access/index.ts';
import { createProcess } from '../processes/create-process.ts';
import { emptyProcess, exampleProcess, type ProcessSeed } from '../processes/seeds.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { refusal, type Reply } from './reply.ts';
import { endedSummary, processSummaries } from './summaries.ts';

/** Processes: the asker's own, new ones, and their names. */
export function processDoors(doors: Doors, parts: ApiParts): void {
  const { registry, live, audit } = parts;

  const processesOf = async (session: Session): Promise<ProcessSummary[]> =>
    processSummaries(await registry.spacesOf(session.person.id));

  const make = async (session: Session, seed: ProcessSeed): Promise<Reply> => {
    const by = session.person.id;
    const id = await createProcess(parts, by, seed);
    await audit.record({ chain: { process: id }, by, act: 'process-made' });
    const processes = await processesOf(session);
    return { status: 201, body: { process: processes.find((process) => process.id === id) } };
  };

  doors.session('GET /api/processes', async (_req, session) => {
    const ended = await registry.endedSpacesOf(session.person.id);
    return {
      status: 200,
      body: { processes: await processesOf(session), ended: ended.flatMap(endedSummary) },
    };
  });

  doors.account('POST /api/processes', async (req, session) => {
    const body = readBody(CreateProcessRequest, req);
    return body.ok ? make(session, emptyProcess(body.value.title)) : body.refusal;
  });

  doors.account('POST /api/processes/examples', async (req, session) => {
    const body = readBody(CreateExampleRequest, req);
    return body.ok ? make(session, exampleProcess(body.value.example)) : body.refusal;
  });

  doors.process('PATCH /api/processes/:processId', async (req, { session, process, places }) => {
    const body = readBody(RenameProcessRequest, req);
    if (!body.ok) return body.refusal;
    const { title } = body.value;
    if (!(await registry.renameProcess(process.id, title))) return refusal('not-found');
    const by = session.person.id;
    await audit.record({ chain: { process: process.id }, by, act: 'process-renamed' });
    live.toProcess(process.id, { kind: 'process-renamed', processId: process.id, title });
    const renamed = places.map((place) => ({ ...place, process: { ...process, title } }));
    return { status: 200, body: { process: processSummaries(renamed)[0] } };
  });
}
