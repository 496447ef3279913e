import type { Snippet } from 'svelte';

/** What every picture of the people is given. */
export interface PictureProps {
  /** What people are told apart by; see `targetableAttributes`. */
  readonly attribute: string;
  /** Whether it is for people outside the team, who must not learn who is who. */
  readonly outside: boolean;
  asTable: boolean;
  /** The choice of the attribute, to stand among the tools of the picture. */
  readonly by: Snippet;
  /** The details of who is chosen are wanted. */
  readonly onopen: () => void;
}
