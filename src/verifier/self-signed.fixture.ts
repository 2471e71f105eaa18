import { generateKeyPairSync, sign } from 'node:crypto';

/** One DER element; lengths up to 64 kB. */
const der = (tag: number, ...contents: Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(header), content]);
};

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sequence = (...members: Uint8Array[]): Buffer => der(0x30, ...members);
const objectId = (encoded: string): Buffer => der(0x06, hex(encoded));

const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));
const COMMON_NAME = objectId('550403');
const SUBJECT_ALT_NAME = objectId('551d11');
const BASIC_CONSTRAINTS = objectId('551d13');

/** A new key and a certificate for 127.0.0.1 and localhost that it signed itself (X.509, RFC 5280). */
export const selfSigned = (): { key: string; cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('127.0.0.1')))));
  const year = (offset: number): Buffer =>
    der(0x18, Buffer.from(`${new Date().getUTCFullYear() + offset}0101000000Z`));
  const alternatives = sequence(der(0x87, hex('7f000001')), der(0x82, Buffer.from('localhost')));
  const extensions = sequence(
    sequence(SUBJECT_ALT_NAME, der(0x04, alternatives)),
    sequence(BASIC_CONSTRAINTS, der(0x04, sequence(der(0x01, hex('ff'))))),
  );
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ECDSA_WITH_SHA256,
    name,
    sequence(year(-1), year(2)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = sign('sha256', content, privateKey);
  const certificate = sequence(content, ECDSA_WITH_SHA256, der(0x03, hex('00'), signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
};
