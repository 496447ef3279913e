import {
  may,
  readDocumentId,
  type Capability,
  type DocumentKind,
  type Role,
} from '@parley/contracts';
import type { Registry, SpaceOfPerson } from '@parley/storage';
import { membershipOf } from './membership.ts';
import type { Session } from './session.ts';

/** A space as one person may use it. */
export interface Admitted {
  readonly place: SpaceOfPerson;
  readonly role: Role;
  readonly capability: Capability;
}

/**
 * The space, if this session may open it. A space that does not exist and one that is closed to
 * them take the same look-up and give the same answer (R1).
 */
export async function admitToSpace(
  registry: Registry,
  session: Session,
  spaceId: string,
): Promise<Admitted | null> {
  const place = await registry.spaceFor(spaceId, session.person.id);
  if (place === null) return null;
  const { role, capability } = membershipOf(place.membership);
  return may('open', role, capability) ? { place, role, capability } : null;
}

/** One of its documents, on the same terms. */
export interface AdmittedToDocument extends Admitted {
  readonly kind: DocumentKind;
}

/** The space behind a document's id, on the same terms; null for an id that names no document. */
export async function admitToDocument(
  registry: Registry,
  session: Session,
  documentId: string,
): Promise<AdmittedToDocument | null> {
  const named = readDocumentId(documentId);
  if (named === null) return null;
  const admitted = await admitToSpace(registry, session, named.spaceId);
  return admitted && { ...admitted, kind: named.kind };
}
