import { nameKey } from '../../stores/users/nameKey.ts';
import { administratorName } from '../session/firstAdministrator.ts';

/**
 * True for the name of the predefined user (U22), however it is written. Nobody else gets it, also before there is that user:
 * the console would count as set up then, without anybody who is its administrator.
 */
export const isReservedName = (name: string): boolean => nameKey(name) === administratorName;
