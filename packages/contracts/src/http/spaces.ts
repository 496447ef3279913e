import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { Person } from './accounts.ts';
import { Title } from './text.ts';

export const CreateProcessRequest = v.strictObject({ title: Title });
export const exampleNames = ['lake-meridia', 'yemen-ndc-2012'] as const;
export type ExampleName = (typeof exampleNames)[number];
export const CreateExampleRequest = v.strictObject({ example: v.picklist(exampleNames) });
export const RenameProcessRequest = v.strictObject({ title: Title });

export const SpaceSummary = v.object({
  id: v.string(),
  kind: v.picklist(['team', 'plenary', 'caucus']),
  title: v.string(),
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
export const ProcessesAnswer = v.object({ processes: v.array(ProcessSummary) });
export const ProcessAnswer = v.object({ process: ProcessSummary });

export const Member = v.object({
  person: Person,
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
});
export type Member = v.InferOutput<typeof Member>;

export const SpaceAnswer = v.object({
  /** The process with the spaces of it that the asker may open: the rail's list. */
  process: ProcessSummary,
  space: SpaceSummary,
  members: v.array(Member),
});
export type SpaceAnswer = v.InferOutput<typeof SpaceAnswer>;
