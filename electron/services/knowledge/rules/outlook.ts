import { cloudCodes } from '../readCloudCodes.ts';
import type { Rule } from './rule.ts';

const outlook = (...hresults: readonly string[]): string[] => cloudCodes('OUTLOOK', ...hresults);

/** Outlook driven by programs: COM errors (MS-ERREF) and those of MAPI (mapicode.h), where the text names Outlook. */
export const outlookRules: readonly Rule[] = [
  {
    code: 'outlookMissing',
    when: { systemCode: outlook('0x80040154', '0x800401F3') },
    examples: [
      'New-Object : Retrieving the COM class factory for component with CLSID {00000000-0000-0000-0000-000000000000} failed due to the following error: 80040154 Class not registered (Exception from HRESULT: 0x80040154 (REGDB_E_CLASSNOTREG)). + $outlook = New-Object -ComObject Outlook.Application',
    ],
  },
  {
    code: 'outlookNotReachable',
    when: { systemCode: outlook('0x800401E3', '0x80080005', '0x80010001', '0x8001010A', '0x800706BA') },
    examples: [
      'GetActiveObject("Outlook.Application"): Operation unavailable (Exception from HRESULT: 0x800401E3 (MK_E_UNAVAILABLE))',
      'New-Object -ComObject Outlook.Application: 80080005 Server execution failed (Exception from HRESULT: 0x80080005 (CO_E_SERVER_EXEC_FAILURE)).',
    ],
  },
  {
    code: 'outlookProfileFailed',
    when: { systemCode: outlook('0x80040111') },
    examples: [
      'Microsoft Outlook: The server is not available. Contact your administrator if this condition persists. (0x80040111)',
    ],
  },
  {
    code: 'outlookProfileFailed',
    when: { words: /\bMAPI_E_LOGON_FAILED\b/ },
    examples: ['Collaboration Data Objects - [MAPI_E_LOGON_FAILED]'],
  },
  {
    code: 'outlookMailboxMissing',
    when: { systemCode: outlook('0x8004010F') },
    examples: [
      'Microsoft Outlook: The attempted operation failed. An object could not be found. (Exception from HRESULT: 0x8004010F)',
    ],
  },
  {
    code: 'outlookRecipientUnresolved',
    when: { words: /Outlook does not recognize one or more names/i },
    examples: ['Microsoft Outlook: Outlook does not recognize one or more names.'],
  },
  {
    code: 'outlookAccessDenied',
    when: { systemCode: outlook('0x80070005') },
    examples: [
      'Outlook.Application: Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))',
    ],
  },
  {
    code: 'outlookPrompted',
    when: { systemCode: outlook('0x80004004') },
    examples: [
      'Microsoft.Office.Interop.Outlook: Operation aborted (Exception from HRESULT: 0x80004004 (E_ABORT))',
      "pywintypes.com_error: (-2147467260, 'Operation aborted', None, None) outlook.Application mail.Send()",
    ],
  },
  {
    code: 'outlookServerUnreachable',
    when: { systemCode: outlook('0x80040115', '0x8004011D') },
    examples: [
      'Microsoft Outlook: The connection to Microsoft Exchange is unavailable. Outlook must be online or connected to complete this action. (0x80040115)',
    ],
  },
];
