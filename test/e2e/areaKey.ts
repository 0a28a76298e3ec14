import { type Area, areas } from '../../renderer/shell/route.ts';
import { areaKeys } from '../../renderer/shell/shortcuts.ts';

/** The key that opens an area: `Alt+1` for the first one. */
export const areaKey = (area: Area): string => areaKeys(areas.indexOf(area));
