import { commandLine, type auditGroups, type AuditEntry, type AuditGroup } from '@parley/contracts';
import { m } from '#lib/paraglide/messages.js';

/** Names by id. */
export type Names = ReadonlyMap<string, string>;

/** What a space's or a process's trail can tell of; signing in and the like stand in the server's own. */
type Act = (typeof auditGroups)[AuditGroup][number];

const acts: Readonly<Record<Act, (said: { by: string; whom: string }) => string>> = {
  'space-opened': m.audit_space_opened,
  'invitation-made': m.audit_invitation_made,
  'invitation-revoked': m.audit_invitation_revoked,
  'invitation-redeemed': m.audit_invitation_redeemed,
  'asked-to-enter': m.audit_asked_to_enter,
  admitted: m.audit_admitted,
  'turned-away': m.audit_turned_away,
  'member-added': m.audit_member_added,
  'member-removed': m.audit_member_removed,
  'role-changed': m.audit_role_changed,
  'capability-changed': m.audit_capability_changed,
  'space-made': m.audit_space_made,
  'space-renamed': m.audit_space_renamed,
  'space-ended': m.audit_space_ended,
  'space-reopened': m.audit_space_reopened,
  'attribution-changed': m.audit_attribution_changed,
  'process-made': m.audit_process_made,
  'process-renamed': m.audit_process_renamed,
  'process-ended': m.audit_process_ended,
  exported: m.audit_exported,
  'audit-exported': m.audit_audit_exported,
};

const isKnown = (act: string): act is Act => Object.hasOwn(acts, act);

/** An entry as a sentence without its full stop: "Amira let in Bilal". */
export function actWords(entry: AuditEntry, names: Names): string {
  const by = names.get(entry.by) ?? stranger(entry.by);
  const whom = names.get(entry.subject) ?? m.audit_unknown_person();
  if (!isKnown(entry.act)) return m.audit_unknown_act({ by });
  if (entry.act === 'member-removed' && entry.by === entry.subject) {
    return m.audit_member_left({ by });
  }
  if (entry.act === 'exported' && entry.subject === 'participants') {
    return m.audit_exported_participants({ by });
  }
  if (entry.act === 'exported' && entry.subject === 'actors') {
    return m.audit_exported_actors({ by });
  }
  if (entry.act === 'exported' && entry.subject === 'agenda') {
    return m.audit_exported_agenda({ by });
  }
  return acts[entry.act]({ by, whom });
}

const stranger = (id: string): string =>
  id === commandLine ? m.audit_by_server() : m.audit_by_unknown();
