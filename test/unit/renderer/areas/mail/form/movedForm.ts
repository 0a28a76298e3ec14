import type { EndingCode } from '../../../../../../electron/contract/mail/radar.ts';
import type { MailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import type { OAuthMove } from '../../../../../../renderer/areas/mail/form/oauthMoves.ts';

export const movedForm = (form: MailForm, ending: EndingCode, move: OAuthMove): MailForm =>
  moveToOAuth(form, ending, move).form;
