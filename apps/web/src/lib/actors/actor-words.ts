import type {
  Actor,
  ActorKind,
  ActorRole,
  Affiliation,
  Level,
  Settings,
  TieKind,
} from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/** What the enumerations of actors and ties are called. */
export const kindWords: Record<ActorKind, () => string> = {
  person: m.actors_kind_person,
  group: m.actors_kind_group,
  institution: m.actors_kind_institution,
  'armed-actor': m.actors_kind_armed_actor,
  external: m.actors_kind_external,
};

export const roleWords: Record<ActorRole, () => string> = {
  primary: m.actors_role_primary,
  secondary: m.actors_role_secondary,
  'third-party': m.actors_role_third_party,
  shadow: m.actors_role_shadow,
};

export const levelWords: Record<Level, () => string> = {
  top: m.actors_level_top,
  'middle-range': m.actors_level_middle_range,
  grassroots: m.actors_level_grassroots,
};

export const expressionWords: Record<NonNullable<Actor['expression']>, () => string> = {
  over: m.actors_expression_over,
  mixed: m.actors_expression_mixed,
  with: m.actors_expression_with,
};

export const affiliationWords: Record<Affiliation, () => string> = {
  team: m.actors_affiliation_team,
  'team-member': m.actors_affiliation_team_member,
  funder: m.actors_affiliation_funder,
};

export const trackWords = (track: NonNullable<Actor['track']>) => m.actors_track_n({ track });

const tieWords: Record<TieKind, () => string> = {
  alliance: m.actors_tie_alliance,
  close: m.actors_tie_close,
  informal: m.actors_tie_informal,
  influence: m.actors_tie_influence,
  conflict: m.actors_tie_conflict,
  broken: m.actors_tie_broken,
  funding: m.actors_tie_funding,
  'family-or-clan': m.actors_tie_family_or_clan,
  command: m.actors_tie_command,
};

/** What this process calls a kind of tie; the handbook's word where it has none of its own. */
export const tieWord = (kind: TieKind, settings: Settings): string =>
  settings.tieLabels[kind] ?? tieWords[kind]();

const sectorWords: Record<string, () => string> = {
  political: m.actors_sector_political,
  military: m.actors_sector_military,
  religious: m.actors_sector_religious,
  community: m.actors_sector_community,
  business: m.actors_sector_business,
  'civil-society': m.actors_sector_civil_society,
  media: m.actors_sector_media,
  academic: m.actors_sector_academic,
  youth: m.actors_sector_youth,
  women: m.actors_sector_women,
  diaspora: m.actors_sector_diaspora,
  regional: m.actors_sector_regional,
  international: m.actors_sector_international,
};

/** A sector in words; sectors are an open list, and a team's own stand as they were typed. */
export const sectorWord = (sector: string): string => sectorWords[sector]?.() ?? sector;
