import { describe, expect, it } from 'vitest';
import { treeOf, wayTo, withAllInside } from '../../../../../renderer/areas/folders/folderTree.ts';

const folder = (id: string, parentId: string | null) => ({ id, parentId, name: id, revision: 1 });
const europe = folder('Europe', null);
const berlin = folder('Berlin', 'Europe');
const relays = folder('Relays', 'Berlin');
const asia = folder('Asia', null);
const folders = [asia, berlin, europe, relays];

describe('the tree of folders', () => {
  it('has each folder in the one that it lies in', () => {
    expect(treeOf(folders)).toEqual([
      { folder: asia, inside: [] },
      { folder: europe, inside: [{ folder: berlin, inside: [{ folder: relays, inside: [] }] }] },
    ]);
  });

  it('begins with a folder whose upper one may not be seen', () => {
    expect(treeOf([berlin, relays]).map((node) => node.folder.name)).toEqual(['Berlin']);
    expect(wayTo([berlin, relays], 'Relays')).toEqual(['Berlin', 'Relays']);
  });

  it('names the way to a folder, and nothing for one that is not known', () => {
    expect(wayTo(folders, 'Relays')).toEqual(['Europe', 'Berlin', 'Relays']);
    expect(wayTo(folders, 'Africa')).toEqual([]);
  });

  it('knows all that lies in a folder', () => {
    expect(withAllInside(folders, 'Europe')).toEqual(new Set(['Europe', 'Berlin', 'Relays']));
  });
});
