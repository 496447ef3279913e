import {
  AuditQuery,
  ExportedRequest,
  auditGroups,
  auditPage,
  type AuditAnswer,
  type AuditChain,
  type AuditHead,
  type OpensAnswer,
  type Person,
} from '@parley/contracts';
import type { AuditRow } from '@parley/storage';
import type { Request } from 'express';
import * as v from 'valibot';
import { allowTries, personOf } from '../access/index.ts';
import { chainName } from '../audit/audit.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { refusal, type Reply } from './reply.ts';

/** The audit trail of a space and of a process, who opened a space, and exports, which pages report. */
export function auditDoors(doors: Doors, { registry, audit }: ApiParts): void {
  // Nobody takes so many lists away; who says so would bury the rest of the trail.
  const exports = allowTries(100, 60 * 60);

  const peopleOf = async (ids: Iterable<string>): Promise<Person[]> => {
    const rows = await Promise.all([...new Set(ids)].map((id) => registry.person(id)));
    return rows.flatMap((row) => (row === null ? [] : [personOf(row)]));
  };

  /** One page of a chain, with the people in it among `nameable`; null: all of them. */
  const page = async (
    req: Request,
    chain: AuditChain,
    nameable: ReadonlySet<string> | null,
  ): Promise<Reply> => {
    const query = v.safeParse(AuditQuery, { ...req.query });
    if (!query.success) return refusal('invalid');
    const { before = Number.MAX_SAFE_INTEGER, group } = query.output;
    const acts = group ? auditGroups[group] : null;
    const rows = await registry.auditBefore(chainName(chain), before, auditPage + 1, acts);
    const shown = rows.slice(0, auditPage);
    const ids = shown.flatMap(({ personId, subject }) => [personId, subject]);
    const answer: AuditAnswer = {
      entries: shown.map(entryOf),
      people: await peopleOf(nameable ? ids.filter((id) => nameable.has(id)) : ids),
      more: rows.length > shown.length,
    };
    return { status: 200, body: answer };
  };

  /** The end of a chain, which tells of its own export. */
  const takeHead = async (chain: AuditChain, by: string): Promise<Reply> => {
    await audit.record({ chain, by, act: 'audit-exported' });
    const last = await registry.auditHead(chainName(chain));
    if (last === null) throw new Error('The entry that was just recorded is not there.');
    const { number, hash, at } = last;
    const head: AuditHead = { chain: chainName(chain), number, hash, at };
    return { status: 201, body: head };
  };

  doors.space('GET /api/spaces/:spaceId/opens', async (_req, { place }) => {
    const spans = await registry.auditSpans(chainName({ space: place.space.id }), 'space-opened');
    const people = await peopleOf(spans.map(({ personId }) => personId));
    const answer: OpensAnswer = {
      opens: spans.flatMap(({ personId, ...span }) => {
        const person = people.find(({ id }) => id === personId);
        return person ? [{ person, ...span }] : [];
      }),
    };
    return { status: 200, body: answer };
  });

  // Whoever stands in a space's chain is or was there: a lead of it may know their names.
  doors.space('GET /api/spaces/:spaceId/audit', (req, { place }) =>
    page(req, { space: place.space.id }, null),
  );

  doors.space('POST /api/spaces/:spaceId/audit/head', (_req, { place, session }) =>
    takeHead({ space: place.space.id }, session.person.id),
  );

  // Somebody may lead another space of the process that this lead knows nothing of.
  doors.process('GET /api/processes/:processId/audit', async (req, { process, places }) => {
    const known = await Promise.all(places.map(({ space }) => registry.membersOf(space.id)));
    const nameable = new Set(known.flat().map(({ personId }) => personId));
    return page(req, { process: process.id }, nameable);
  });

  doors.process('POST /api/processes/:processId/audit/head', (_req, { process, session }) =>
    takeHead({ process: process.id }, session.person.id),
  );

  doors.space('POST /api/spaces/:spaceId/exports', async (req, { place, session }) => {
    const body = readBody(ExportedRequest, req);
    if (!body.ok) return body.refusal;
    if (!(await exports.take(session.person.id))) return refusal('too-many-tries');
    const chain = { space: place.space.id };
    await audit.record({ chain, by: session.person.id, act: 'exported', subject: body.value.what });
    return { status: 204 };
  });
}

const entryOf = ({ number, at, personId, act, subject }: AuditRow) => ({
  ...{ number, at, act, subject },
  by: personId,
});
