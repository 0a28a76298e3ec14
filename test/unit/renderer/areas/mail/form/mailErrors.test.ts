import { describe, expect, it } from 'vitest';
import { readResolver } from '../../../../../../renderer/controls/readResolver.ts';
import { fromForm } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { relayView } from './relayView.ts';

const judge = (form: typeof newMailForm) =>
  readResolver(fromForm)(form, undefined, { fields: {}, shouldUseNativeValidation: false });

describe('what is wrong with a mail form', () => {
  it('finds nothing wrong with a complete form', async () => {
    expect((await judge(toForm(relayView))).errors).toEqual({});
  });

  it('puts each error at its field, the first one of a field before the others', async () => {
    const { errors } = await judge({ ...newMailForm, port: '70000' });
    expect(errors).toMatchObject({
      from: { address: { type: 'required' } },
      port: { type: 'tooBig', parameters: { limit: 65_535 } },
      authentication: { password: { secret: { value: { type: 'required' } } } },
    });
  });
});
