/** What the board of participants opens when somebody asks for it; a list of its own keeps boards small. */
export const inclusionParts: readonly (() => Promise<unknown>)[] = [
  () => import('./outlook.ts'),
  () => import('./inspector/WhoIsMissing.svelte'),
  () => import('./inspector/WhatKeptAway.svelte'),
  () => import('./trial/WhatIfTray.svelte'),
  () => import('./seats/SeatsDialog.svelte'),
  () => import('./BoardDialogs.svelte'),
  () => import('./letters/LettersView.svelte'),
  () => import('./report/ReportView.svelte'),
  () => import('./outside/OutsideDialog.svelte'),
  () => import('./pictures/PicturesView.svelte'),
  () => import('./sessions/SessionsView.svelte'),
];
