/** How many clients connect at the same time, so that no queue of the operating system overflows. */
const together = 64;

/** Lets one client in for each item, in their order in the answer. */
export async function joinTogether<Item, Client>(
  items: readonly Item[],
  join: (item: Item) => Promise<Client>,
): Promise<Client[]> {
  const clients: Client[] = [];
  for (let start = 0; start < items.length; start += together) {
    clients.push(...(await Promise.all(items.slice(start, start + together).map(join))));
  }
  return clients;
}
