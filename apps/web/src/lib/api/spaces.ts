import {
  type AddMemberRequest,
  type AnswerArrivalsRequest,
  ArrivalsAnswer,
  CandidatesAnswer,
  type ChangeMemberRequest,
  type ChangeSpaceRequest,
  type CreateSpaceRequest,
  paths,
  SpaceCreated,
  WaitingAnswer,
} from '@parley/contracts';
import * as v from 'valibot';
import { call } from './call.ts';

/** Makes a further space in a process; whoever makes it is its only member. */
export const createSpace = (processId: string, body: v.InferInput<typeof CreateSpaceRequest>) =>
  call(paths.spaces(processId), SpaceCreated, { body });

export const changeSpace = (spaceId: string, body: v.InferInput<typeof ChangeSpaceRequest>) =>
  call(paths.space(spaceId), v.unknown(), { method: 'PATCH', body });

/** Nobody opens the space any more. */
export const endSpace = (spaceId: string) =>
  call(paths.endSpace(spaceId), v.unknown(), { method: 'POST' });

export const reopenSpace = (spaceId: string) =>
  call(paths.reopenSpace(spaceId), v.unknown(), { method: 'POST' });

/** Ends the process, every space of it, and the sessions of its guests. */
export const endProcess = (processId: string) =>
  call(paths.endProcess(processId), v.unknown(), { method: 'POST' });

/** Who could be added: people of the other spaces of the process that the asker is in. */
export const readCandidates = (spaceId: string) =>
  call(paths.candidates(spaceId), CandidatesAnswer);

export const addMember = (spaceId: string, body: v.InferInput<typeof AddMemberRequest>) =>
  call(paths.members(spaceId), v.unknown(), { body });

export const changeMember = (
  spaceId: string,
  personId: string,
  body: v.InferInput<typeof ChangeMemberRequest>,
) => call(paths.member(spaceId, personId), v.unknown(), { method: 'PATCH', body });

export const removeMember = (spaceId: string, personId: string) =>
  call(paths.member(spaceId, personId), v.unknown(), { method: 'DELETE' });

export const leaveSpace = (spaceId: string) =>
  call(paths.membership(spaceId), v.unknown(), { method: 'DELETE' });

/** Who waits to be let in. */
export const readArrivals = (spaceId: string) => call(paths.arrivals(spaceId), ArrivalsAnswer);

export const answerArrivals = (spaceId: string, body: v.InferInput<typeof AnswerArrivalsRequest>) =>
  call(paths.arrivals(spaceId), v.unknown(), { body });

/** Where the one who asks waits to be let in. */
export const readWaiting = () => call(paths.waiting, WaitingAnswer);
