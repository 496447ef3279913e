import { preloadCode } from '$app/navigation';

/**
 * What a page of a space may open later, the most needed first. A list of its own: a first visit needs
 * none of it.
 */
export const laterParts: readonly (() => Promise<unknown>)[] = [
  () => preloadCode('/p/[process]/[space]/actors'),
  () => preloadCode('/p/[process]/[space]/participants'),
  () => preloadCode('/p/[process]/[space]/agenda'),
  () => preloadCode('/p/[process]/[space]/process'),
  () => import('#lib/ui/Sheet.svelte'),
  () => import('#lib/agenda/inspector/BlockFields.svelte'),
  () => import('#lib/agenda/checks/AgendaChecks.svelte'),
  () => import('#lib/agenda/checks/AcceptCheck.svelte'),
  () => import('#lib/agenda/checks/AcceptedCheck.svelte'),
  () => import('#lib/actors/inspector/ActorDetails.svelte'),
  () => import('#lib/participants/board-menu.ts'),
  () => import('#lib/participants/NobodyYet.svelte'),
  () => import('#lib/actors/TieDialog.svelte'),
  () => import('#lib/actors/map/MapFilterChoices.svelte'),
  () => import('#lib/actors/map/apply-layout.ts'),
  () => import('#lib/participants/inspector/PersonInspector.svelte'),
  () => import('#lib/participants/availability/availability-column.ts'),
  () => import('#lib/participants/inspector/SeveralInspector.svelte'),
  () => import('#lib/actors/inspector/TieInspector.svelte'),
  () => import('#lib/actors/inspector/SeveralInspector.svelte'),
  () => import('#lib/actors/cards/MergeDialog.svelte'),
  () => import('#lib/table/CompactList.svelte'),
  () => import('#lib/participants/PersonCard.svelte'),
  () => import('#lib/table/CompactFilter.svelte'),
  () => import('#lib/actors/inspector/Nesting.svelte'),
  () => import('#lib/actors/inspector/FileColumns.svelte'),
  () => import('#lib/actors/ActorTable.svelte'),
  () => import('#lib/actors/TieTable.svelte'),
  () => import('#lib/assess/AssessSheet.svelte'),
  () => import('#lib/actors/time/ActorsTimeBar.svelte'),
  fetchActorViews,
  () => import('./Refused.svelte'),
  () => import('./AccountPanel.svelte'),
  () => import('./SpacePanel.svelte'),
  () => import('./SpaceSheet.svelte'),
  () => import('#lib/ledger/LedgerPanel.svelte'),
  () => import('#lib/ledger/comments/RecordThreads.svelte'),
  () => import('#lib/ledger/stages/StageSection.svelte'),
  () => import('#lib/participants/stages/StageAsked.svelte'),
  () => import('./SpaceDialogs.svelte'),
  () => import('./ShortcutHelp.svelte'),
  () => import('#lib/actors/actor-keys.ts'),
  () => import('#lib/participants/participant-keys.ts'),
  () => import('#lib/agenda/agenda-keys.ts'),
  () => import('#lib/agenda/AgendaEmpty.svelte'),
  () => import('#lib/agenda/dialogs/AgendaDialogs.svelte'),
  () => import('#lib/agenda/dialogs/RoomsDialog.svelte'),
  () => import('#lib/agenda/dialogs/ObservancesDialog.svelte'),
  () => import('#lib/agenda/dialogs/GroundRulesDialog.svelte'),
  () => import('#lib/agenda/dialogs/ColumnsDialog.svelte'),
  () => import('#lib/agenda/list/more-columns.ts'),
  () => import('#lib/participants/targets/TargetEditor.svelte'),
  () => import('#lib/participants/fields/FieldsDialog.svelte'),
  () => import('#lib/participants/export/ExportDialog.svelte'),
  () => import('#lib/participants/import/ImportDialog.svelte'),
  () => import('#lib/participants/outlook.ts'),
  () => import('#lib/participants/inspector/WhoIsMissing.svelte'),
  () => import('#lib/participants/inspector/WhatKeptAway.svelte'),
  () => import('#lib/participants/trial/WhatIfTray.svelte'),
  () => import('#lib/participants/seats/SeatsDialog.svelte'),
  () => import('#lib/participants/BoardDialogs.svelte'),
  () => import('#lib/participants/letters/LettersView.svelte'),
  () => import('#lib/participants/report/ReportView.svelte'),
  () => import('#lib/participants/outside/OutsideDialog.svelte'),
  () => import('#lib/participants/pictures/PicturesView.svelte'),
  () => import('#lib/participants/sessions/speaking-times.ts'),
  () => import('#lib/participants/time/TimeView.svelte'),
  () => import('#lib/participants/sessions/SessionsView.svelte'),
  () => import('#lib/screening/ScreeningView.svelte'),
  () => import('#lib/agenda/templates/TemplatesDialog.svelte'),
  () => import('#lib/agenda/whose/WhoseDays.svelte'),
  () => import('#lib/agenda/now/NowAndNext.svelte'),
  () => import('#lib/agenda/files/AgendaFilesDialog.svelte'),
  fetchProcessViews,
  () => import('@parley/exchange/docx'),
  () => import('@parley/exchange/ics'),
];

async function fetchActorViews(): Promise<void> {
  const { actorViews } = await import('#lib/actors/actor-views.ts');
  for (const { load } of actorViews) await load?.().catch(() => undefined);
}

async function fetchProcessViews(): Promise<void> {
  const { processViews } = await import('#lib/process/process-views.ts');
  for (const { load } of processViews) await load().catch(() => undefined);
}
