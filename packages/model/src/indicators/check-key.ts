/**
 * What a check is known by where it is accepted: its kind, and a short digest of everything that it says.
 * The key of the same finding is the same on every screen. Once it says more, or less (one more name, ten
 * more minutes), it has another: nobody accepted that.
 * @param check plain JSON with a `kind` of lower-case letters and hyphens
 * @returns `overrun 1k8z0p4q2c`
 */
export function checkKey(check: { readonly kind: string }): string {
  return `${check.kind} ${digest(JSON.stringify(inOrder(check))).toString(36)}`;
}

/** The same value with the keys of its objects in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, inOrder(held)]));
}

/** 53 bits of a text (cyrb53 by bryc, public domain): told apart, not kept from anybody. */
function digest(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
