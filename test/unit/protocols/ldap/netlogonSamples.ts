/** Parts of an answer of NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS 6.3.1.9), as a controller of Windows puts them together. */
export type NetlogonSample = {
  opcode?: number;
  flags?: number;
  version?: number;
  /** Behind the names: a socket address with its length. */
  socketAddress?: Buffer;
  nextClosestSite?: Buffer;
};

const label = (text: string): Buffer =>
  Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
const end = Buffer.alloc(1);
export const pointer = (offset: number): Buffer => Buffer.from([0xc0 | (offset >> 8), offset & 0xff]);
export const compressedName = (...labels: string[]): Buffer => Buffer.concat([...labels.map(label), end]);

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Bytes of the GUID 3a2b1c0d-5e4f-7061-8293-a4b5c6d7e8f9 (MS-DTYP 2.3.4.2). */
const domainGuid = Buffer.from('0d1c2b3a4f5e61708293a4b5c6d7e8f9', 'hex');
const namesAt = 24;

/** `corp.example.test` stands at 24; domain and host point there, and the sites to each other. */
export const encodeNetlogon = ({
  opcode = 23,
  flags = 0x0003_f3fd,
  version = 5,
  socketAddress = Buffer.alloc(0),
  nextClosestSite = Buffer.alloc(0),
}: NetlogonSample = {}): Buffer => {
  const forest = compressedName('corp', 'example', 'test');
  const hostName = Buffer.concat([label('dc1'), pointer(namesAt)]);
  const netbiosNames = [compressedName('CORP'), compressedName('DC1'), compressedName()];
  const site = compressedName('Zürich');
  const names = Buffer.concat([forest, pointer(namesAt), hostName, ...netbiosNames]);
  return Buffer.concat([
    Buffer.from([opcode, 0, 0, 0]),
    ...[uint32(flags), domainGuid, names, site, pointer(namesAt + names.length)],
    ...[socketAddress, nextClosestSite, uint32(version), Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ]);
};
