import fc from 'fast-check';
import { BerWriter, type Filter } from 'ldapts';
import { BerReader } from '../../../../electron/protocols/ldap/berReader.ts';
import { type DirectoryFilter, readFilter } from '../../../lab/faults/directoryFilter.ts';

/** What stands on the wire, and nothing behind it. */
export const onTheWire = (filter: Filter): DirectoryFilter => {
  const writer = new BerWriter();
  filter.write(writer);
  const reader = new BerReader(writer.buffer);
  const read = readFilter(reader);
  if (!reader.isAtEnd) throw new Error('Something stands behind the filter.');
  return read;
};

/** What UTF-8 makes of a text: halves of characters are replaced. */
export const wellFormed = (text: string): string => text.toWellFormed();

/** What somebody may type who wants more than a name: signs of filters and names, half characters, far too much. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '(',
        ')',
        '\\',
        '\0',
        '|',
        '&',
        '!',
        '=',
        '\\2a',
        ')(objectClass=*',
        'é',
        '😀',
        '\ud800',
        'x',
      ),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ maxLength: 3 }).map((text) => text.repeat(100)),
);
