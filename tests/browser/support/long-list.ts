import { genders, stages, type Board } from '@parley/model';
import { Chance } from '@parley/sync/testing/chance';

const given = [
  'Amal',
  'Badr',
  'Celine',
  'Dawit',
  'Elif',
  'Farid',
  'Grace',
  'Hodan',
  'Idris',
  'Juma',
];
const family = ['Haddad', 'Rey', 'Said', 'Okoro', 'Lindqvist', 'Demir', 'Velin', 'Tesfaye'];
const regions = ['North', 'Coast', 'Highlands', 'Capital', 'Abroad'];

/** People with a few things known of each, the same on every run; delegations of about 200. */
function person(index: number, random: Chance) {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[random.below(list.length)] ?? list[0];
  return {
    name: `${given[index % given.length]} ${family[random.below(family.length)]} ${index + 1}`,
    gender: pick(genders),
    stage: pick(stages),
    region: regions[random.below(regions.length)] ?? '',
    party: `Delegation ${1 + (index % 25)}`,
  };
}

/** Fills a board with people, as many at once as one change may carry. */
export function fillLongList(board: Board, count: number): void {
  const random = new Chance(565);
  const people = Array.from({ length: count }, (_, index) => person(index, random));
  for (let from = 0; from < count; from += 500) {
    const made = board.createAll('participant', people.slice(from, from + 500));
    if (!made.ok) throw new Error('The people were refused');
  }
}

/** The same people as rows of a file, with their headings. */
export function rowsOfPeople(count: number): string {
  const random = new Chance(565);
  const rows = Array.from({ length: count }, (_, index) => {
    const { name, gender, region, party } = person(index, random);
    return [name, gender, region, party].join(',');
  });
  return ['Name,Gender,Region,Party', ...rows].join('\n');
}
