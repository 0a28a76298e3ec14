import { canonicalHost, isWithin } from './canonicalHost.ts';

/** 127.0.0.0/8, ::1, and where systems connect to themselves (RFC 1122, 3.2.1.3); also as IPv4-mapped IPv6, which is written so. */
const ownAddress = /^(?:127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1?|::ffff:(?:7f[\da-f]{2}:[\da-f]{1,4}|0:0))$/;

/** True for this machine itself, however it is spelled: `localhost` and below it (RFC 6761, 6.3), and its own addresses. */
export const isOwnHost = (host: string): boolean =>
  isWithin(host, ['localhost']) || ownAddress.test(canonicalHost(host));
