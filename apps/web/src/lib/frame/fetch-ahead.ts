import { preloadCode } from '$app/navigation';
import { KeptCopy } from '#lib/live/kept-copy.svelte.ts';

/** Ms after a space has opened, for what somebody may ask for in the very moment when the line breaks. */
const soon = 2_000;

/** Ms after a space has opened, for the rest. */
const patience = 8_000;

/** What a page of a space may open later, the most needed first. */
const parts: readonly (() => Promise<unknown>)[] = [
  () => preloadCode('/p/[process]/[space]/actors'),
  () => preloadCode('/p/[process]/[space]/participants'),
  () => preloadCode('/p/[process]/[space]/agenda'),
  () => import('#lib/ui/Sheet.svelte'),
  () => import('#lib/agenda/people-check-words.ts'),
  () => import('#lib/actors/TieDialog.svelte'),
  () => import('#lib/actors/map/MapFilterChoices.svelte'),
  () => import('#lib/actors/map/apply-layout.ts'),
  () => import('#lib/participants/inspector/PersonInspector.svelte'),
  () => import('#lib/participants/inspector/SeveralInspector.svelte'),
  () => import('#lib/actors/inspector/TieInspector.svelte'),
  () => import('#lib/actors/inspector/SeveralInspector.svelte'),
  () => import('#lib/actors/cards/MergeDialog.svelte'),
  () => import('#lib/table/CompactList.svelte'),
  () => import('#lib/table/CompactFilter.svelte'),
  () => import('#lib/actors/inspector/Nesting.svelte'),
  () => import('#lib/actors/inspector/FileColumns.svelte'),
  () => import('#lib/actors/ActorTable.svelte'),
  () => import('#lib/actors/TieTable.svelte'),
  () => import('#lib/assess/AssessSheet.svelte'),
  () => import('#lib/actors/time/TimeBar.svelte'),
  fetchActorViews,
  () => import('./Refused.svelte'),
  () => import('./AccountPanel.svelte'),
  () => import('./SpacePanel.svelte'),
  () => import('./SpaceSheet.svelte'),
  () => import('#lib/ledger/LedgerPanel.svelte'),
  () => import('#lib/ledger/comments/RecordThreads.svelte'),
  () => import('#lib/ledger/stages/StageSection.svelte'),
  () => import('#lib/ledger/stages/StageDialog.svelte'),
  () => import('./SpaceDialogs.svelte'),
  () => import('./ShortcutHelp.svelte'),
  () => import('#lib/actors/actor-keys.ts'),
  () => import('#lib/participants/participant-keys.ts'),
  () => import('#lib/agenda/agenda-keys.ts'),
  () => import('#lib/participants/targets/TargetEditor.svelte'),
  () => import('#lib/participants/fields/FieldsDialog.svelte'),
  () => import('#lib/participants/export/ExportDialog.svelte'),
  () => import('#lib/participants/import/ImportDialog.svelte'),
  fetchInclusionParts,
];

async function fetchActorViews(): Promise<void> {
  const { actorViews } = await import('#lib/actors/actor-views.ts');
  for (const { load } of actorViews) await load?.().catch(() => undefined);
}

async function fetchInclusionParts(): Promise<void> {
  const { inclusionParts } = await import('#lib/participants/inclusion-parts.ts');
  for (const load of inclusionParts) await load().catch(() => undefined);
}

/**
 * Fetches the code of the other boards and panels once the space stands, so that somebody who loses
 * the network can still open them. One after the other: it must not crowd a bad line.
 * @returns a function that calls it off
 */
export function fetchAhead(): () => void {
  let over = false;
  const first = setTimeout(
    () => void Promise.allSettled([KeptCopy.prepare(), import('./SavedPanel.svelte')]),
    soon,
  );
  const others = setTimeout(() => void fetchAll(() => over), patience);
  return () => {
    over = true;
    clearTimeout(first);
    clearTimeout(others);
  };
}

async function fetchAll(isOver: () => boolean): Promise<void> {
  for (const fetchPart of parts) {
    if (isOver()) return;
    // What could not be fetched ahead is fetched when it is asked for.
    await fetchPart().catch(() => undefined);
  }
}
