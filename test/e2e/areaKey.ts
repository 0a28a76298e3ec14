import { type Area, areas } from '../../renderer/shell/route.ts';

/** The key that opens an area: `Alt+1` for the first one. */
export const areaKey = (area: Area): string => `Alt+${areas.indexOf(area) + 1}`;
