/*
 * Pages of one browser share what it keeps: when one of them forgets, each lets go first, and none of
 * them writes it down again.
 */

export type DeviceNews =
  /** These copies, or all, are about to be deleted. */
  | { readonly kind: 'forgetting'; readonly copies: readonly string[] | 'all' }
  /** The session is being ended from here; that it ends is no news to any page. */
  | { readonly kind: 'signing-out' }
  /** It could not be ended. */
  | { readonly kind: 'staying' }
  /** Nothing is kept any more: what pages still hold goes with them. */
  | { readonly kind: 'wiped' };

const channelName = 'parley:device';

/** Tells every page of this browser, this one too. */
export function tellPages(news: DeviceNews): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
}

/** @returns a function that ends it */
export function onDeviceNews(listener: (news: DeviceNews) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<DeviceNews>) => listener(data);
  return () => channel.close();
}
