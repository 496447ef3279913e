import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { Member } from './members.ts';
import { Title } from './text.ts';

export const CreateProcessRequest = v.strictObject({ title: Title });
export const exampleNames = ['lake-meridia', 'yemen-ndc-2012'] as const;
export type ExampleName = (typeof exampleNames)[number];
export const CreateExampleRequest = v.strictObject({ example: v.picklist(exampleNames) });
export const RenameProcessRequest = v.strictObject({ title: Title });

export const spaceKinds = ['team', 'plenary', 'caucus'] as const;
/** Under non-attribution nobody's name stands beside what they say (Chatham House). */
export const attributions = ['named', 'non-attribution'] as const;
export type Attribution = (typeof attributions)[number];

export const SpaceSummary = v.object({
  id: v.string(),
  kind: v.picklist(spaceKinds),
  title: v.string(),
  attribution: v.picklist(attributions),
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
});
export type SpaceSummary = v.InferOutput<typeof SpaceSummary>;

export const ProcessSummary = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  example: v.string(),
  createdAt: v.number(),
  spaces: v.array(SpaceSummary),
});
export type ProcessSummary = v.InferOutput<typeof ProcessSummary>;

/** A space that nobody opens any more, for those who may open it again. */
export const EndedSpace = v.object({
  id: v.string(),
  kind: v.picklist(spaceKinds),
  title: v.string(),
  processTitle: v.string(),
  /** Milliseconds since 1970 (UTC). */
  endedAt: v.number(),
  /** Only a lead opens a space of a process that has ended as a whole. */
  mayReopen: v.boolean(),
});
export type EndedSpace = v.InferOutput<typeof EndedSpace>;
export const ProcessesAnswer = v.object({
  processes: v.array(ProcessSummary),
  ended: v.array(EndedSpace),
});
export const ProcessAnswer = v.object({ process: ProcessSummary });

export const SpaceAnswer = v.object({
  /** The process with the spaces of it that the asker may open: the rail's list. */
  process: ProcessSummary,
  space: SpaceSummary,
  members: v.array(Member),
  /** How many wait to be let in; 0 for those who may not let them in. */
  waiting: v.number(),
});
export type SpaceAnswer = v.InferOutput<typeof SpaceAnswer>;

export const CreateSpaceRequest = v.strictObject({
  kind: v.picklist(['plenary', 'caucus']),
  title: Title,
  attribution: v.picklist(attributions),
});
export const SpaceCreated = v.object({ processId: v.string(), space: SpaceSummary });
/** What is left out stays as it is. */
export const ChangeSpaceRequest = v.strictObject({
  title: v.optional(Title),
  attribution: v.optional(v.picklist(attributions)),
});
