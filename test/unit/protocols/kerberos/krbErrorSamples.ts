import { BerWriter } from 'ldapts';

/** What a Samba 4 controller answered to AS-REQ for `nobody` at 2026-11-21T19:38:33.935174Z. */
export const sambaKrbError = Buffer.from(
  [
    '7e8193308190a003020105a10302011ea411180f32303236313132313139333833335aa50502030e4506a603020106a7131b11',
    '434f52502e4558414d504c452e54455354a8133011a003020101a10a30081b066e6f626f6479a9131b11434f52502e4558414d',
    '504c452e54455354aa263024a003020102a11d301b1b066b72627467741b11434f52502e4558414d504c452e54455354',
  ].join(''),
  'hex',
);

export type KrbErrorPlan = {
  tag?: number;
  version?: number;
  type?: number;
  /** Of the client, which a KDC may give back. */
  clientTime?: string;
  time?: string;
  microseconds?: number;
  errorCode?: number;
  client?: string;
  realm?: string;
  /** `e-text`, which MIT Kerberos gives. */
  words?: string;
};

const realmOfLab = 'CORP.EXAMPLE.TEST';
const timeTag = 0x18;
const stringTag = 0x1b;

/** A KRB-ERROR (RFC 4120, 5.9.1); where a plan says nothing, as a Windows controller writes it. */
export const encodeKrbError = (plan: KrbErrorPlan = {}): Buffer => {
  const writer = new BerWriter();
  const within = (tag: number, write: () => void): void => {
    writer.startSequence(tag);
    write();
    writer.endSequence();
  };
  const field = (number: number, write: () => void): void => within(0xa0 + number, write);
  const integer = (number: number, value: number): void => field(number, () => writer.writeInt(value));
  const text = (number: number, value: string, tag = stringTag): void =>
    field(number, () => writer.writeString(value, tag));
  const principal = (number: number, type: number, names: readonly string[]): void =>
    field(number, () =>
      within(0x30, () => {
        integer(0, type);
        field(1, () => within(0x30, () => names.forEach((name) => writer.writeString(name, stringTag))));
      }),
    );
  const realm = plan.realm ?? realmOfLab;
  const fields = (): void => {
    integer(0, plan.version ?? 5);
    integer(1, plan.type ?? 30);
    if (plan.clientTime !== undefined) {
      text(2, plan.clientTime, timeTag);
      integer(3, 0);
    }
    text(4, plan.time ?? '20261121193833Z', timeTag);
    integer(5, plan.microseconds ?? 0);
    integer(6, plan.errorCode ?? 6);
    if (plan.client !== undefined) {
      text(7, realm);
      principal(8, 1, [plan.client]);
    }
    text(9, realm);
    principal(10, 2, ['krbtgt', realm]);
    if (plan.words !== undefined) text(11, plan.words);
  };
  within(plan.tag ?? 0x7e, () => within(0x30, fields));
  return Buffer.from(writer.buffer);
};

/** As the KDC of MIT Kerberos writes it. */
export const mitKrbError: KrbErrorPlan = {
  ...{ clientTime: '20261121192833Z', microseconds: 999_999, client: 'nobody', words: 'CLIENT_NOT_FOUND' },
};
