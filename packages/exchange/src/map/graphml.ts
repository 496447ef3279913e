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
 * Writes a map as GraphML (http://graphml.graphdrawing.org), which Gephi, yEd, igraph and NetworkX read.
 * Valid against the schema of GraphML 1.0, which takes names of attributes that are one token of XML: a
 * title that is none stands in the description of its key.
 * @param placeOf where an actor is drawn, in map units; upside down here, as Gephi's y grows upwards
 * @param measured numbers of the nodes besides
 */
export function writeGraphml(
  actors: readonly Actor[],
  ties: readonly Tie[],
  placeOf: (actor: Actor) => Point,
  measured: readonly MeasuredColumn[] = [],
): string {
  const shown = tiesAmong(actors, ties);
  const [ofActors, ofTies] = [actorAttributes(actors, measured), tieAttributes(shown)];
  const nodes = actors.map((actor) => {
    const { x, y } = placeOf(actor);
    return `<node id="${escapeXml(actor.id)}"><data key="n-label">${escapeXml(actor.name)}</data><data key="n-x">${x}</data><data key="n-y">${-y}</data>${values('n', ofActors, actor)}</node>`;
  });
  const edges = shown.map(
    (tie) =>
      `<edge id="${escapeXml(tie.id)}" source="${escapeXml(tie.from)}" target="${escapeXml(tie.to)}" directed="${isDirected(tie)}"><data key="e-label">${tie.kind}</data>${values('e', ofTies, tie)}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="n-label" for="node" attr.name="label" attr.type="string"/>
<key id="n-x" for="node" attr.name="x" attr.type="double"/>
<key id="n-y" for="node" attr.name="y" attr.type="double"/>
<key id="e-label" for="edge" attr.name="label" attr.type="string"/>
${declared('n', 'node', ofActors)}
${declared('e', 'edge', ofTies)}
<graph id="map" edgedefault="undirected">
${nodes.join('\n')}
${edges.join('\n')}
</graph>
</graphml>
`;
}

const typeNames = { string: 'string', integer: 'int', double: 'double' } as const;

const declared = <Record>(
  prefix: 'n' | 'e',
  of: 'node' | 'edge',
  attributes: readonly GraphAttribute<Record>[],
): string => {
  const taken = new Set(['label', 'x', 'y']);
  return attributes
    .map(({ id, title, type }) => {
      const token = tokenOf(title, taken);
      const key = `<key id="${prefix}-${id}" for="${of}" attr.name="${escapeXml(token)}" attr.type="${typeNames[type]}"`;
      return token === title ? `${key}/>` : `${key}><desc>${escapeXml(title)}</desc></key>`;
    })
    .join('\n');
};

/** A title as a token of XML (`Nmtoken`), which nothing else in the file has for its name yet. */
function tokenOf(title: string, taken: Set<string>): string {
  const plain = title
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{Nd}._-]+/gu, '_')
    .replace(outsideNames, '_');
  let token = plain === '' ? '_' : plain;
  for (let times = 2; taken.has(token); times += 1) token = `${plain}_${times}`;
  taken.add(token);
  return token;
}

/** Letters and digits that Unicode has and names in XML 1.0 have not, and all beyond its first plane. */
const outsideNames = /[^\w.\u00B7-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD-]/g;

const values = <Record>(
  prefix: 'n' | 'e',
  attributes: readonly GraphAttribute<Record>[],
  record: Record,
): string =>
  attributes
    .flatMap(({ id, of }) => {
      const value = of(record);
      return value === '' ? [] : [`<data key="${prefix}-${id}">${escapeXml(value)}</data>`];
    })
    .join('');
