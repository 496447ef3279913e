import {
  JoinPreviewRequest,
  JoinRequest,
  paths,
  JoinAnswer,
  JoinPreviewAnswer,
} from '@parley/contracts';
import { Router } from 'express';
import type * as v from 'valibot';
import { allowTries, join, membershipOf, openInvitation } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { refuse } from './refusal.ts';
import { setCookies } from './session-routes.ts';

/**
 * Joining a space by its link, without a session. A whole workshop may sit behind one address, so
 * only failures count: a hundred in ten minutes. The secret's 256 bits are what keeps it from guesses.
 */
export function joinRoutes(parts: ApiParts): Router {
  const { access, live, endSession } = parts;
  const router = Router();
  const tries = allowTries(100, 10 * 60);

  router.post(paths.joinPreview, async (req, res) => {
    const body = readBody(JoinPreviewRequest, req, res);
    if (body === null) return;
    const address = req.ip ?? '';
    if (!(await tries.take(address))) return refuse(res, 'too-many-tries');
    const open = await openInvitation(parts, body.secret);
    if (open === null) return refuse(res, 'link-not-valid');
    await tries.giveBack(address);
    const { process, space } = open.place;
    const answer: v.InferOutput<typeof JoinPreviewAnswer> = {
      processTitle: process.title,
      spaceTitle: space.title,
      role: membershipOf(open.invitation).role,
    };
    res.json(answer);
  });

  router.post(paths.join, async (req, res) => {
    const body = readBody(JoinRequest, req, res);
    if (body === null) return;
    const address = req.ip ?? '';
    if (!(await tries.take(address))) return refuse(res, 'too-many-tries');
    const before = await access.resolveSession(req.headers);
    const joined = await join(parts, body, before, req.headers);
    if (joined === null) return refuse(res, 'link-not-valid');
    await tries.giveBack(address);
    const { person, place } = joined;
    const [processId, spaceId] = [place.process.id, place.space.id];
    if (before && before.person.id !== person.id) endSession(before.key);
    if (joined.isNew) {
      live.toSpace(spaceId, { kind: 'member-joined', spaceId, name: person.name });
      const title = place.space.title;
      live.toPerson(person.id, { kind: 'added-to-space', processId, spaceId, title });
    }
    const answer: v.InferOutput<typeof JoinAnswer> = { processId, spaceId };
    setCookies(res, joined.setCookies).status(201).json(answer);
  });

  return router;
}
