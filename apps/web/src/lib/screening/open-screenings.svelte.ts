import { paths, ScreeningsAnswer, type CommandOf, type Notice } from '@parley/contracts';
import { SvelteMap } from 'svelte/reactivity';
import { call } from '#lib/api/call.ts';

type Known = ScreeningsAnswer['screenings'][number];
type Progress = Extract<Notice, { kind: 'round-progress' }>;
type OwnScore = NonNullable<Known['own']>['scores'][number];

/**
 * What one may know of screenings that are open: how many have finished, and one's own scores. What the
 * other screener gives is nowhere on this device before the reveal.
 */
export class OpenScreenings {
  readonly #spaceId: string;
  readonly #known = new SvelteMap<string, Known>();
  /** Whether the last question was not answered. */
  failed = $state(false);

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  /** Null until the server has told of it. */
  of(screening: string): Known | null {
    return this.#known.get(screening) ?? null;
  }

  score(screening: string, participant: string, criterion: string): OwnScore | undefined {
    const scores = this.#known.get(screening)?.own?.scores ?? [];
    return scores.find((one) => one.participant === participant && one.criterion === criterion);
  }

  /** Asks the server. Without an answer, what is known stays. */
  async read(): Promise<void> {
    const answer = await call(paths.screenings(this.#spaceId), ScreeningsAnswer);
    this.failed = !answer.ok;
    if (!answer.ok) return;
    for (const known of answer.value.screenings) this.#known.set(known.screening, known);
  }

  hear({ round, finished, assessors }: Progress): void {
    const known = this.#known.get(round);
    if (known) this.#known.set(round, { ...known, finished, screeners: assessors });
  }

  /** This person has given a command; the server has it, or has it soon. */
  gave(command: CommandOf<'score'> | CommandOf<'finish-scoring'>): void {
    const known = this.#known.get(command.screening);
    if (!known?.own) return;
    const own =
      command.kind === 'finish-scoring'
        ? { ...known.own, finished: command.finished }
        : { ...known.own, scores: withScore(known.own.scores, command) };
    this.#known.set(command.screening, { ...known, own });
  }
}

function withScore(
  scores: readonly OwnScore[],
  { participant, criterion, score, note }: CommandOf<'score'>,
): OwnScore[] {
  const others = scores.filter(
    (one) => one.participant !== participant || one.criterion !== criterion,
  );
  return [...others, { participant, criterion, score, note }];
}
