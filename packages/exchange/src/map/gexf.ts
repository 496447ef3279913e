import type { Actor, Tie } from '@parley/model';
import type { Point } from '@parley/model/map';
import { escapeXml } from '../xml-text.ts';
import {
  actorAttributes,
  isDirected,
  tieAttributes,
  tiesAmong,
  type GraphAttribute,
} from './graph-attributes.ts';
import type { MeasuredColumn } from './measured.ts';

/**
 * Writes a map as GEXF 1.3 (https://gexf.net), Gephi's own format. Ties of the same two actors are
 * edges of their own, told apart by their kind.
 * @param placeOf where an actor is drawn, in map units; upside down here, as Gephi's y grows upwards
 * @param measured numbers of the nodes besides
 */
export function writeGexf(
  actors: readonly Actor[],
  ties: readonly Tie[],
  placeOf: (actor: Actor) => Point,
  measured: readonly MeasuredColumn[] = [],
): string {
  const shown = tiesAmong(actors, ties);
  const [ofActors, ofTies] = [actorAttributes(actors, measured), tieAttributes(shown)];
  const nodes = actors.map((actor) => {
    const { x, y } = placeOf(actor);
    const shape = actor.role === 'third-party' ? 'square' : 'disc';
    return `<node id="${escapeXml(actor.id)}" label="${escapeXml(actor.name)}">${values(ofActors, actor)}<viz:position x="${x}" y="${-y}" z="0"/><viz:shape value="${shape}"/></node>`;
  });
  const edges = shown.map(
    (tie) =>
      `<edge id="${escapeXml(tie.id)}" source="${escapeXml(tie.from)}" target="${escapeXml(tie.to)}" type="${isDirected(tie) ? 'directed' : 'undirected'}" kind="${tie.kind}" label="${tie.kind}">${values(ofTies, tie)}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph mode="static" defaultedgetype="undirected">
${declared('node', ofActors)}
${declared('edge', ofTies)}
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`;
}

function declared<Record>(
  of: 'node' | 'edge',
  attributes: readonly GraphAttribute<Record>[],
): string {
  const list = attributes.map(
    ({ title, type }, at) => `<attribute id="${at}" title="${escapeXml(title)}" type="${type}"/>`,
  );
  return `<attributes class="${of}" mode="static">${list.join('')}</attributes>`;
}

function values<Record>(attributes: readonly GraphAttribute<Record>[], record: Record): string {
  const list = attributes.flatMap(({ of }, at) => {
    const value = of(record);
    return value === '' ? [] : [`<attvalue for="${at}" value="${escapeXml(value)}"/>`];
  });
  return `<attvalues>${list.join('')}</attvalues>`;
}
