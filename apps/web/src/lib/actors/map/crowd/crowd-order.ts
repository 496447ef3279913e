import type { TieKind, TieLine } from '@parley/model';
import type { Point, Shape } from '@parley/model/map';

/** An actor as the picture shows it. Lengths are in map units, colours as a canvas takes them. */
export interface CrowdActor {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly line: string;
  readonly wash: string;
  /** Drawn with a broken outline. */
  readonly outside: boolean;
  /** Whether it has a value of what sizes stand for; see `MapMarks`. */
  readonly measured: boolean;
  readonly community: { readonly letter: string; readonly colour: string } | null;
}

export interface CrowdTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly strength: 1 | 2 | 3 | null;
  readonly lane: number;
  readonly line: TieLine;
  readonly colour: string;
}

/** Colours and letters that belong to no single actor. */
export interface CrowdStyle {
  readonly ink: string;
  readonly paper: string;
  readonly card: string;
  readonly accent: string;
  /** As CSS lists font families. */
  readonly family: string;
}

/** A file of letters, as a rule of `@font-face` names it. */
export interface CrowdFace {
  readonly family: string;
  /** With its origin. */
  readonly address: string;
  readonly weight: string;
  readonly unicodeRange: string;
}

/** The part of the map that a picture shows. */
export interface CrowdFrame {
  /** Zoom: pixels of CSS for one map unit. */
  readonly k: number;
  /** The upper left corner, in map units. */
  readonly corner: Point;
  /** In pixels of CSS. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for one of CSS. */
  readonly ratio: number;
}

/** What has changed since the order before, and what to draw. */
export interface CrowdOrder {
  readonly frame: CrowdFrame;
  readonly style?: CrowdStyle;
  readonly faces?: readonly CrowdFace[];
  /** Everything anew. */
  readonly all?: { readonly actors: readonly CrowdActor[]; readonly ties: readonly CrowdTie[] };
  /** Actors that are not what they were. */
  readonly actors?: readonly CrowdActor[];
  /** Actors that are drawn elsewhere, with their ties. */
  readonly held?: readonly string[];
  /** Actors with a ring around them. */
  readonly ringed?: readonly string[];
}

/** The picture of one order; a picture of its own accord follows when the letters have come. */
export interface CrowdAnswer {
  readonly frame: CrowdFrame;
  readonly picture: ImageBitmap;
}
