/** Namespaces of the messages of Exchange Web Services ([MS-OXWSCORE], 2.2.1). */
export const soapNames = 'http://schemas.xmlsoap.org/soap/envelope/';
export const messageNames = 'http://schemas.microsoft.com/exchange/services/2006/messages';
export const typeNames = 'http://schemas.microsoft.com/exchange/services/2006/types';
export const errorNames = 'http://schemas.microsoft.com/exchange/services/2006/errors';
